import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { codeFromBytes, readCode, showCode } from './access-code';
import type { Role } from './account';
import type { SessionsContext } from './context.server';
import { insertSession } from './create-session.server';
import { insertAccount, insertCandidate } from './people.server';
import { hashCode } from './secrets.server';

/** Scenario of the demonstration. */
export const DEMO_SCENARIO = 'verdelis-decouverte';

/** Who is in the demo, in the order of the table printed at start. */
const CAST = [
  { key: 'candidat-1', role: 'candidate', name: 'Inès Delorme', number: '0403', post: '03', extra: false },
  { key: 'candidat-2', role: 'candidate', name: 'Karim Boudjema', number: '0417', post: '07', extra: false },
  { key: 'candidat-3', role: 'candidate', name: 'Léo Aubert', number: '0421', post: '11', extra: true },
  { key: 'surveillant', role: 'proctor', name: 'Martine Roussel' },
  { key: 'jure-1', role: 'juror', name: 'Sophie Lambert' },
  { key: 'jure-2', role: 'juror', name: 'Antoine Mercier' },
  { key: 'responsable', role: 'head', name: 'Hélène Carpentier' },
  { key: 'auteur', role: 'author', name: 'Paul Guérin' }
] as const;

/** A line of the table printed at start. */
export interface DemoCode {
  readonly role: Role;
  readonly name: string;
  /** Third-time. */
  readonly extraTime: boolean;
  /** Grouped for reading. */
  readonly code: string;
}

const codesFile = v.record(v.string(), v.string());

/**
 * Makes, at the first start of the demo, a session with its people; finds it again at the next ones. The codes live in
 * `<dataDir>/demo-codes.json`, so that they stay the same from one start to the next.
 * @throws DomainError `session.no-scenario` when the demo scenario is not there
 */
export async function createDemoSession(ctx: SessionsContext, dataDir: string): Promise<readonly DemoCode[]> {
  const codes = await stableCodes(ctx, join(dataDir, 'demo-codes.json'));
  const codeOf = (key: string) => codes.get(key)!;
  const hashes = CAST.map(({ key }) => hashCode(ctx.codeKey, codeOf(key)));
  const present = await ctx.db.read
    .selectFrom('accounts')
    .select('id')
    .where('code_hash', 'in', hashes)
    .execute();
  if (present.length < CAST.length) {
    await ctx.db.write(async (tx) => {
      await tx.deleteFrom('sessions').where('demo', '=', 1).execute();
      await tx.deleteFrom('accounts').where('code_hash', 'in', hashes).execute();
    });
    await makeCast(ctx, codeOf);
  } else await followScenario(ctx);
  return CAST.map((person) => ({
    role: person.role,
    name: person.name,
    extraTime: 'extra' in person && person.extra,
    code: showCode(codeOf(person.key))
  }));
}

async function makeCast(ctx: SessionsContext, codeOf: (key: string) => string): Promise<void> {
  const day = new Date(ctx.now()).toISOString().slice(0, 10);
  const form = {
    scenario: DEMO_SCENARIO,
    name: 'Session de démonstration',
    centre: 'Centre de démonstration',
    room: 'Salle B',
    day
  };
  const session = await insertSession(ctx, form, true);
  for (const person of CAST) {
    const code = codeOf(person.key);
    if (person.role === 'candidate') {
      const [firstName = '', lastName = ''] = person.name.split(' ');
      const rate = person.extra ? { num: 3, den: 4 } : { num: 1, den: 1 };
      await insertCandidate(
        ctx,
        session,
        { number: person.number, post: person.post, firstName, lastName, rate },
        code
      );
    } else {
      const wholeCentre = person.role === 'head' || person.role === 'author';
      await insertAccount(ctx, {
        role: person.role,
        name: person.name,
        session: wholeCentre ? null : session,
        code
      });
    }
  }
}

/** A demo that nobody has begun plays the scenario as it is now. */
async function followScenario(ctx: SessionsContext): Promise<void> {
  const offer = ctx.offers.find(({ id }) => id === DEMO_SCENARIO);
  if (!offer) return;
  await ctx.db.write((tx) =>
    tx
      .updateTable('sessions')
      .set({ scenario_hash: offer.hash, title: offer.title })
      .where('demo', '=', 1)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('sittings')
              .select('sittings.id')
              .whereRef('sittings.session_id', '=', 'sessions.id')
              .where('sittings.head_n', '>', 0)
          )
        )
      )
      .execute()
  );
}

/** Codes of the file, drawn and written for those that it lacks. A damaged file is drawn again. */
async function stableCodes(ctx: SessionsContext, path: string): Promise<ReadonlyMap<string, string>> {
  const kept = await readCodes(path);
  const codes = new Map(
    CAST.map(({ key }) => [key, readCode(kept[key] ?? '') ?? codeFromBytes(ctx.randomBytes(16))])
  );
  const shown = Object.fromEntries([...codes].map(([key, code]) => [key, showCode(code)]));
  await mkdir(join(path, '..'), { recursive: true });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(`${JSON.stringify(shown, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return codes;
}

async function readCodes(path: string): Promise<Readonly<Record<string, string>>> {
  try {
    const result = v.safeParse(codesFile, JSON.parse(await readFile(path, 'utf8')));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}
