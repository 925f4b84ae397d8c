/* Makes the bench's database in the folder given as argument, with the product's own use cases, and prints a `World`. */
import { randomBytes } from 'node:crypto';
import { importers } from '../../src/lib/apps/importers.server';
import type { AccountId, SessionId } from '../../src/lib/kernel/ids';
import { BlobStore } from '../../src/lib/server/blobs';
import { openDatabase } from '../../src/lib/server/db/open-database';
import type { Account } from '../../src/lib/sessions/account';
import type { SessionsContext } from '../../src/lib/sessions/context.server';
import { createSession, openSession } from '../../src/lib/sessions/create-session.server';
import { addCandidate, addStaff } from '../../src/lib/sessions/people.server';
import { installationSecret } from '../../src/lib/sessions/secrets.server';
import { ScenarioLibrary } from '../../src/lib/sitting/scenario-library.server';
import { longSitting } from './long-sitting';
import { DESKS, LARGE, LONG_MS, SMALL, type Room, type World } from './world';

const SCENARIO = 'verdelis-decouverte';
const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('usage: seed.ts DATA_DIR');

const db = await openDatabase({ dataDir, databaseUrl: null });
const library = new ScenarioLibrary(db, new BlobStore(dataDir, db));
const bytes: SessionsContext['randomBytes'] = (size) => randomBytes(size);
const offers = await library.loadFolder('scenarios', importers, (folder, fault) =>
  console.error(`scenario ${folder}:`, fault)
);
const ctx: SessionsContext = {
  db,
  mode: 'demo',
  now: () => Date.now(),
  randomBytes: bytes,
  codeKey: await installationSecret(db, 'access-code-key', bytes),
  offers
};
const head: Account = { id: 'bench' as AccountId, role: 'head', name: 'Bench', session: null };

async function openRoom(name: string): Promise<SessionId> {
  const form = { scenario: SCENARIO, name, centre: 'Bench', room: '', day: '2026-03-17' };
  const session = await createSession(ctx, head, form);
  await openSession(ctx, head, session);
  return session;
}
const seat = (session: SessionId, index: number) =>
  addCandidate(ctx, head, session, {
    number: String(index).padStart(4, '0'),
    firstName: 'Candidat',
    lastName: String(index),
    post: String(index),
    rate: { num: 1, den: 1 }
  });
const staff = (session: SessionId, role: 'proctor' | 'juror', name: string) =>
  addStaff(ctx, head, session, { role, name });

async function room(name: string, size: number): Promise<Room> {
  const session = await openRoom(name);
  const { code: proctor } = await staff(session, 'proctor', 'Surveillance');
  const candidates: string[] = [];
  for (let index = 1; index <= size; index++) candidates.push((await seat(session, index)).code);
  return { session, proctor, candidates };
}

async function long(): Promise<World['long']> {
  const session = await openRoom('Longue épreuve');
  const { code: juror } = await staff(session, 'juror', 'Jurée');
  await staff(session, 'juror', 'Juré');
  const { sitting } = await seat(session, 1);
  const offer = offers.find(({ id }) => id === SCENARIO);
  const drafts = longSitting(offer!.hash, Date.now());
  for (let from = 0; from < drafts.length; from += 1_000)
    await db.log.append({
      sitting,
      expectedN: from,
      entries: drafts.slice(from, from + 1_000),
      nextDueAt: null,
      status: 'over'
    });
  return { juror, number: '0001', lastMs: LONG_MS };
}

const world: World = {
  small: await room('Salle de 60', SMALL),
  large: await room('Salle de 500', LARGE),
  desks: await room('Postes', DESKS),
  long: await long()
};
await db.close();
console.log(JSON.stringify(world));
