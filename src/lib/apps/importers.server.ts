import type { Importers } from '../scenario/media';
import { importSheet } from './sheet/import.server';
import { importDocx } from './text/import.server';

/** What the desk's editors make of a scenario's office files. */
export const importers: Importers = { text: importDocx, sheet: importSheet };
