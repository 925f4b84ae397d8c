import type { ModelId } from '../desk/app-model';
import { treeModel } from '../desk/files/model';
import type { AnyModel } from '../desk/fold';
import { shellModel } from '../desk/shell/model';
import { mailModel } from './mail/model';
import { ordersModel } from './orders/model';
import { phoneModel } from './phone/model';
import { sheetModel } from './sheet/model';
import { textModel } from './text/model';

/** Every model of a desk, in the order in which they fold an event. Adding an application adds a line here. */
export const models: readonly AnyModel[] = [
  treeModel,
  shellModel,
  mailModel,
  phoneModel,
  ordersModel,
  textModel,
  sheetModel
] as readonly AnyModel[];

/** Models that a browser asks for one by one, when their window first opens; the others come with the opening. */
export const HEAVY_MODELS: ReadonlySet<ModelId> = new Set<ModelId>(['text', 'sheet', 'agenda', 'orders']);
