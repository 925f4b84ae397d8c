import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../kernel/domain-error';
import type { Database } from '../server/db/database';
import type { BlobStore } from '../server/blobs';
import { runnable } from '../engine/beat';
import { checkScenario, hasErrors } from '../scenario/check';
import type { CompiledScenario } from '../scenario/compiled';
import type { JuryPackage } from '../scenario/jury';
import { loadScenario, sha256 } from '../scenario/load.server';
import { master, type MasteredScenario } from '../scenario/master';
import type { Importers } from '../scenario/media';
import type { Scene } from '../scene/scene';
import type { ScenarioOffer } from '../sessions/context.server';
import type { PlayableScenario } from './context.server';
import { hashesIn } from './room';

/** What `scenarios.compiled` holds: the three packages of a mastered scenario. */
interface StoredPackages {
  readonly compiled: CompiledScenario;
  readonly candidate: Scene;
  readonly jury: JuryPackage;
}

/**
 * Scenarios by hash. What has been stored once stays for ever, so that a sitting can always be folded and replayed on the
 * very scenario it was played on.
 */
export class ScenarioLibrary {
  readonly #db: Database;
  readonly #blobs: BlobStore;
  readonly #packages = new Map<string, Promise<StoredPackages>>();
  readonly #playable = new Map<string, Promise<PlayableScenario>>();

  constructor(db: Database, blobs: BlobStore) {
    this.#db = db;
    this.#blobs = blobs;
  }

  /**
   * Masters every folder of `directory` that the checker accepts, and stores it with its pieces. A folder with faults is
   * left out and told to `onFault`.
   */
  async loadFolder(
    directory: string,
    importers: Importers,
    onFault: (folder: string, fault: unknown) => void
  ): Promise<readonly ScenarioOffer[]> {
    const folders = await readdir(directory, { withFileTypes: true }).catch(() => []);
    const offers: ScenarioOffer[] = [];
    for (const folder of folders.filter((item) => item.isDirectory())) {
      try {
        offers.push(await this.#loadOne(join(directory, folder.name), importers));
      } catch (fault) {
        onFault(folder.name, fault);
      }
    }
    return offers.sort((left, right) => left.title.localeCompare(right.title, 'fr'));
  }

  /** Stores a mastered scenario. Storing it again changes nothing. */
  async store(mastered: MasteredScenario): Promise<ScenarioOffer> {
    const { hash, compiled, candidate, jury, pieces } = mastered;
    for (const piece of pieces) await this.#blobs.put(piece.bytes, piece.mediaType);
    const packages: StoredPackages = { compiled, candidate, jury };
    await this.#db.write((tx) =>
      tx
        .insertInto('scenarios')
        .values({ hash, id: compiled.id, compiled: JSON.stringify(packages) })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute()
    );
    const { id, title, durationMs } = compiled;
    return { id, hash, title, referentialVersion: jury.referential, durationMs };
  }

  /** What sittings need. @throws DomainError `scenario.unknown` */
  playable(hash: string): Promise<PlayableScenario> {
    return remember(this.#playable, hash, async () => {
      const { compiled, candidate } = await this.#read(hash);
      return { hash, runnable: runnable(compiled), scene: candidate, blobs: new Set(hashesIn(candidate)) };
    });
  }

  /** What jurors need; never to be sent to a candidate. @throws DomainError `scenario.unknown` */
  async jury(hash: string): Promise<JuryPackage> {
    return (await this.#read(hash)).jury;
  }

  #read(hash: string): Promise<StoredPackages> {
    return remember(this.#packages, hash, async () => {
      const row = await this.#db.read
        .selectFrom('scenarios')
        .select('compiled')
        .where('hash', '=', hash)
        .executeTakeFirst();
      if (!row) throw new DomainError('scenario.unknown', `no scenario ${hash}`);
      return JSON.parse(row.compiled) as StoredPackages;
    });
  }

  async #loadOne(directory: string, importers: Importers): Promise<ScenarioOffer> {
    const folder = await loadScenario(directory);
    const problems = checkScenario(folder);
    if (hasErrors(problems)) {
      const lines = problems.map(
        ({ file, line, message, fix }) => `  ${file}, ligne ${line} : ${message} ${fix}`
      );
      throw new DomainError('scenario.malformed', lines.join('\n'));
    }
    return this.store(await master(folder, { importers, sha256 }));
  }
}

/** One computation per key, forgotten when it fails. */
function remember<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
