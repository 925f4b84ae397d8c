import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskProgram } from '../../src/lib/apps/registry.server';
import type { SessionId, SittingId } from '../../src/lib/kernel/ids';
import { BlobStore } from '../../src/lib/server/blobs';
import { openDatabase } from '../../src/lib/server/db/open-database';
import { loadSettings } from '../../src/lib/server/settings';
import type { Account, Role } from '../../src/lib/sessions/account';
import { insertSession } from '../../src/lib/sessions/create-session.server';
import { insertAccount, insertCandidate } from '../../src/lib/sessions/people.server';
import { CheckMemory } from '../../src/lib/authoring/library/check-memory.server';
import { ScenarioLibrary } from '../../src/lib/sitting/scenario-library.server';
import { SittingCache } from '../../src/lib/sitting/sitting-cache.server';
import type { Plateau } from '../../src/plateau.server';
import { tinyScenario } from './tiny-scenario';

/** 2026-03-17 08:00 UTC. */
const MORNING = Date.UTC(2026, 2, 17, 8);

/** A candidate of the room. */
export interface Seat {
  readonly account: Account;
  readonly sitting: SittingId;
  readonly code: string;
}

/**
 * A whole centre on a real SQLite in a temporary folder: one open session of a tiny scenario, two candidates (the second
 * with third-time), staff, and a clock that only moves when told.
 */
export class ExamRoom {
  wall = MORNING;
  #bytes = 0;
  #folder = '';
  plateau!: Plateau;
  session!: SessionId;
  first!: Seat;
  second!: Seat;
  proctor!: Account;
  juror!: Account;
  head!: Account;
  author!: Account;
  readonly closing = new AbortController();

  static async open(): Promise<ExamRoom> {
    const room = new ExamRoom();
    room.#folder = await mkdtemp(join(tmpdir(), 'plateau-room-'));
    await room.#start();
    const { plateau } = room;
    const form = {
      scenario: 'essai',
      name: 'Session d’essai',
      centre: 'Angers',
      room: 'B',
      day: '2026-03-17'
    };
    room.session = await insertSession(plateau, form, true);
    room.first = await room.#seat('0403', 'Inès', 'Delorme', { num: 1, den: 1 });
    room.second = await room.#seat('0417', 'Karim', 'Boudjema', { num: 3, den: 4 });
    room.proctor = await room.#staff('proctor', room.session);
    room.juror = await room.#staff('juror', room.session);
    room.head = await room.#staff('head', null);
    room.author = await room.#staff('author', null);
    return room;
  }

  /** Lets wall time pass. */
  advance(ms: number): void {
    this.wall += ms;
  }

  /** What a crash and a new start leave: the database and nothing of the memory. */
  async restart(): Promise<void> {
    await this.plateau.db.close();
    await this.#start();
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.plateau.db.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const settings = loadSettings({ DATA_DIR: this.#folder, PLATEAU_MODE: 'demo' });
    const db = await openDatabase(settings);
    const blobs = new BlobStore(settings.dataDir, db);
    const library = new ScenarioLibrary(db, blobs);
    this.plateau = {
      db,
      blobs,
      library,
      checks: new CheckMemory(),
      settings,
      scenariosDirectory: this.#folder,
      closing: this.closing.signal,
      offers: [await library.store(tinyScenario())],
      mode: 'demo',
      now: () => this.wall,
      randomBytes: (size) => this.#draw(size),
      codeKey: 'a secret of the tests',
      program: deskProgram,
      cache: new SittingCache(),
      seen: new Map(),
      unsent: new Map(),
      scenario: (hash) => library.playable(hash)
    };
  }

  /** The same bytes in the same order in every run. */
  #draw(size: number): Uint8Array {
    const digest = createHash('sha512').update(`draw ${this.#bytes++}`).digest();
    return new Uint8Array(digest.subarray(0, size));
  }

  async #seat(
    number: string,
    firstName: string,
    lastName: string,
    rate: { num: number; den: number }
  ): Promise<Seat> {
    const form = { number, firstName, lastName, rate, post: number.slice(-2) };
    const { account, code, sitting } = await insertCandidate(this.plateau, this.session, form);
    const name = `${firstName} ${lastName}`;
    return { account: { id: account, role: 'candidate', name, session: this.session }, code, sitting };
  }

  async #staff(role: Role, session: SessionId | null): Promise<Account> {
    const { account } = await insertAccount(this.plateau, { role, name: `Un ${role}`, session });
    return { id: account, role, name: `Un ${role}`, session };
  }
}
