import type { Kysely } from 'kysely';
import type { AccountId, SessionId, SittingId } from '../../kernel/ids';
import type { Schema } from '../../server/db/schema';
import { distribute, JURORS_PER_COPY } from './distribution';
import type { RecusalCause } from './recusal';

/** Whether inside a transaction or not. */
type Reader = Pick<Kysely<Schema>, 'selectFrom'>;
type Writer = Pick<Kysely<Schema>, 'insertInto' | 'deleteFrom'>;

/** A juror of a session. */
export interface Juror {
  readonly id: AccountId;
  readonly name: string;
}

/** Who corrects a copy, and who may not. */
export interface CopyJury {
  readonly sitting: SittingId;
  /** Two; fewer when too few jurors are left. */
  readonly jurors: readonly Juror[];
  /** The pair is written down; until then it follows the default distribution. */
  readonly settled: boolean;
  readonly recusals: readonly { readonly juror: AccountId; readonly cause: RecusalCause }[];
}

/** The jury of a session. */
export interface Jury {
  /** Active jurors, in the order of their registration. */
  readonly jurors: readonly Juror[];
  /** Copies of active candidates, by number. */
  readonly copies: readonly CopyJury[];
  /** The pair of a copy; nobody for a copy that is not of the session. */
  pairOf(sitting: SittingId): readonly Juror[];
}

/** Who corrects which copy of a session: as written down, completed by the default distribution. */
export async function readJury(db: Reader, session: SessionId): Promise<Jury> {
  const jurors = await db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('session_id', '=', session)
    .where('role', '=', 'juror')
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const sittings = await db
    .selectFrom('sittings')
    .innerJoin('candidates', 'candidates.id', 'sittings.candidate_id')
    .innerJoin('accounts', 'accounts.id', 'candidates.id')
    .select('sittings.id')
    .where('sittings.session_id', '=', session)
    .where('accounts.revoked_at', 'is', null)
    .orderBy('candidates.number')
    .execute();
  const places = await db
    .selectFrom('copy_jurors')
    .innerJoin('sittings', 'sittings.id', 'copy_jurors.sitting_id')
    .select(['copy_jurors.sitting_id', 'copy_jurors.juror_id'])
    .where('sittings.session_id', '=', session)
    .orderBy('copy_jurors.place')
    .execute();
  const recusals = await db
    .selectFrom('recusals')
    .innerJoin('sittings', 'sittings.id', 'recusals.sitting_id')
    .select(['recusals.sitting_id', 'recusals.juror_id', 'recusals.cause'])
    .where('sittings.session_id', '=', session)
    .orderBy('recusals.created_at')
    .execute();
  const known = new Map(jurors.map((juror) => [juror.id, juror]));
  const asked = sittings.map(({ id }) => {
    const recused = recusals.filter(({ sitting_id }) => sitting_id === id);
    const barred = new Set(recused.map(({ juror_id }) => juror_id));
    const held = places
      .filter(({ sitting_id, juror_id }) => sitting_id === id && known.has(juror_id) && !barred.has(juror_id))
      .map(({ juror_id }) => juror_id);
    return { sitting: id, held, recused: barred, recusals: recused };
  });
  const given = distribute([...known.keys()], asked);
  const copies = asked.map(({ sitting, held, recusals: list }) => ({
    sitting,
    jurors: (given.get(sitting) ?? []).map((juror) => known.get(juror)!),
    settled: held.length === JURORS_PER_COPY,
    recusals: list.map(({ juror_id, cause }) => ({ juror: juror_id, cause: cause as RecusalCause }))
  }));
  const pairs = new Map(copies.map((copy) => [copy.sitting, copy.jurors]));
  return { jurors, copies, pairOf: (sitting) => pairs.get(sitting) ?? [] };
}

/** Writes the pair of a copy down, in place of any other. */
export async function writePair(tx: Writer, sitting: SittingId, pair: readonly AccountId[]): Promise<void> {
  await tx.deleteFrom('copy_jurors').where('sitting_id', '=', sitting).execute();
  if (pair.length > 0)
    await tx
      .insertInto('copy_jurors')
      .values(pair.map((juror_id, place) => ({ sitting_id: sitting, juror_id, place })))
      .execute();
}

/** Writes the whole distribution down once somebody works on a copy, so that a juror added later moves nobody. */
export async function settleJury(tx: Writer & Reader, session: SessionId): Promise<void> {
  const { copies } = await readJury(tx, session);
  for (const { sitting, settled, jurors } of copies) {
    const pair = jurors.map(({ id }) => id);
    if (!settled && pair.length === JURORS_PER_COPY) await writePair(tx, sitting, pair);
  }
}
