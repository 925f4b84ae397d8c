import type { MasteredScenario } from '../../scenario/master';
import type { Importers } from '../../scenario/media';
import type { BlobStore } from '../../server/blobs';
import type { Database } from '../../server/db/database';
import type { ScenarioOffer } from '../../sessions/context.server';
import type { CheckMemory } from './check-memory.server';

/** What the use cases of the workshop need of the world; made by `routes/api/atelier/context.server.ts`. */
export interface AuthoringContext {
  readonly db: Database;
  readonly blobs: BlobStore;
  /** Server wall clock, ms since 1970. */
  now(): number;
  /** Folder of the scenarios that come with the program: one folder each, never written. */
  readonly scenariosDirectory: string;
  /** What the desk's editors make of office files. */
  readonly importers: Importers;
  /** What the checker has already said. */
  readonly checks: CheckMemory;
  /** Keeps a mastered scenario for ever under its hash, and says what sessions are offered. */
  publish(mastered: MasteredScenario): Promise<ScenarioOffer>;
}
