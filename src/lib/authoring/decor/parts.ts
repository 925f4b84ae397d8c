import type { Part, Table } from './part';
import { DESK } from './parts-desk';
import { FRAME } from './parts-frame';
import { SALES } from './parts-sales';

/** The decor, in the order of the list on the left. */
export const PARTS: readonly Part[] = [...FRAME, ...DESK, ...SALES];

/** Every table of the decor. */
export const TABLES: readonly Table[] = PARTS.flatMap(({ tables }) => tables);
