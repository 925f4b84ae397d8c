import type { AnyModel } from '../desk/fold';
import { chatModel } from './chat/model';
import { postModel } from './post/model';
import { receptionModel } from './reception/model';

/** Models of the applications that a desk has when its scene says so (`Scene.channels`). Browsers ask for them by `load-channels.ts`. */
export const channelModels: readonly AnyModel[] = [
  chatModel,
  receptionModel,
  postModel
] as readonly AnyModel[];
