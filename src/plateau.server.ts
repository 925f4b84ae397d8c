import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { importers } from '$lib/apps/importers.server';
import { deskProgram } from '$lib/apps/registry.server';
import { CheckMemory } from '$lib/authoring/library/check-memory.server';
import { DomainError } from '$lib/kernel/domain-error';
import { BlobStore } from '$lib/server/blobs';
import { openDatabase } from '$lib/server/db/open-database';
import type { Settings } from '$lib/server/settings';
import type { SessionsContext } from '$lib/sessions/context.server';
import { installationSecret } from '$lib/sessions/secrets.server';
import type { SittingContext } from '$lib/sitting/context.server';
import { ScenarioLibrary } from '$lib/sitting/scenario-library.server';
import { SittingCache } from '$lib/sitting/sitting-cache.server';

/** The open server: the world of every use case. Routes pass it on as `locals.plateau`. */
export interface Plateau extends SittingContext {
  readonly settings: Settings;
  /** Folder of the scenarios' sources: one folder each. */
  readonly scenariosDirectory: string;
  readonly library: ScenarioLibrary;
  /** What the checker has said of the workshop's scenarios. */
  readonly checks: CheckMemory;
  /** Aborted when the server is about to stop, so that streams end. */
  readonly closing: AbortSignal;
}

/**
 * Opens the database (its schema brought up to date), and stores the scenarios found beside the program.
 * @throws the DomainErrors of `openDatabase`
 */
export async function openPlateau(settings: Settings, closing: AbortSignal): Promise<Plateau> {
  const db = await openDatabase(settings);
  const blobs = new BlobStore(settings.dataDir, db);
  const library = new ScenarioLibrary(db, blobs);
  const scenariosDirectory = join(process.cwd(), 'scenarios');
  const offers = await library.loadFolder(scenariosDirectory, importers, (folder, fault) => {
    const why = fault instanceof DomainError ? fault.message : fault;
    console.error(`Le scénario « ${folder} » est laissé de côté :`, `\n${String(why)}`);
  });
  const bytes: SessionsContext['randomBytes'] = (size) => randomBytes(size);
  return {
    db,
    blobs,
    library,
    checks: new CheckMemory(),
    settings,
    scenariosDirectory,
    closing,
    offers,
    mode: settings.mode,
    now: () => Date.now(),
    randomBytes: bytes,
    codeKey: await installationSecret(db, 'access-code-key', bytes),
    program: deskProgram,
    cache: new SittingCache(),
    seen: new Map(),
    unsent: new Map(),
    scenario: (hash) => library.playable(hash)
  };
}
