import type { ChannelId } from '../desk/app-model';
import type { AnyModel } from '../desk/fold';

const MODELS: Readonly<Record<ChannelId, () => Promise<unknown>>> = {
  chat: () => import('./chat/model').then(({ chatModel }) => chatModel),
  reception: () => import('./reception/model').then(({ receptionModel }) => receptionModel),
  post: () => import('./post/model').then(({ postModel }) => postModel)
};

/** Models of some channels, so that a desk without them never loads them. */
export const loadChannels = (channels: readonly ChannelId[]): Promise<readonly AnyModel[]> =>
  Promise.all(channels.map((channel) => MODELS[channel]() as Promise<AnyModel>));
