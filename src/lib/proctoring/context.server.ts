import type { Settings } from '../server/settings';
import type { SittingContext } from '../sitting/context.server';

/** What the board needs of the world: that of a sitting, and where the disk is, to say how many hours it can record. */
export interface ProctoringContext extends SittingContext {
  readonly settings: Pick<Settings, 'dataDir'>;
}
