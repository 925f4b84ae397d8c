import type { AnyModel } from '../desk/fold';
import { agendaModel } from './agenda/model';
import { channelModels } from './channel-models';
import { lightModels } from './light-models';
import { ordersModel } from './orders/model';
import { sheetModel } from './sheet/model';
import { textModel } from './text/model';

/** Models that a browser asks for one by one, when their window first opens; the others come with the opening. */
const heavyModels: readonly AnyModel[] = [
  agendaModel,
  ordersModel,
  textModel,
  sheetModel
] as readonly AnyModel[];

/** Every model of a desk, in the order in which they fold an event. Adding an application adds a line here or there. */
export const models: readonly AnyModel[] = [...lightModels, ...channelModels, ...heavyModels];
