import type { Kysely } from 'kysely';
import type { SessionId, SittingId } from '../../kernel/ids';
import type { Schema } from '../../server/db/schema';
import { emptyAgreement, evolveAgreement, type Agreement, type AgreementEvent } from './agreement';
import { emptySheet, evolveSheet, type Sheet, type SheetEvent } from './marks';

/** Key of the pair’s common events of a copy, beside those of each juror. */
export const PAIR = 'accord';

/** Whether inside a transaction or not. */
type Reader = Pick<Kysely<Schema>, 'selectFrom'>;
type Writer = Pick<Kysely<Schema>, 'selectFrom' | 'insertInto'>;

/** One event as it is kept. `wall` is ms since 1970. */
export interface KeptEvent<E> {
  readonly seq: number;
  readonly wall: number;
  readonly event: E;
}

async function read<E>(db: Reader, copy: string, juror: string): Promise<readonly KeptEvent<E>[]> {
  const rows = await db
    .selectFrom('grid_events')
    .select(['seq', 'type', 'd', 'wall'])
    .where('copy', '=', copy)
    .where('juror', '=', juror)
    .orderBy('seq')
    .execute();
  return rows.map(({ seq, type, d, wall }) => ({
    seq,
    wall: Number(wall),
    event: { type, d: JSON.parse(d) as unknown } as E
  }));
}

/** Appends one event to a list of `grid_events`; the key refuses two with one number. Returns its number. */
export async function appendEvent(
  db: Writer,
  place: {
    readonly session: SessionId;
    readonly copy: string;
    readonly juror: string;
    readonly wall: number;
  },
  event: { readonly type: string; readonly d: unknown }
): Promise<number> {
  const last = await db
    .selectFrom('grid_events')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('copy', '=', place.copy)
    .where('juror', '=', place.juror)
    .executeTakeFirst();
  const seq = Number(last?.seq ?? 0) + 1;
  await db
    .insertInto('grid_events')
    .values({
      session_id: place.session,
      copy: place.copy,
      juror: place.juror,
      wall: place.wall,
      ...{ seq, type: event.type, d: JSON.stringify(event.d) }
    })
    .execute();
  return seq;
}

/** Events of one juror’s grid on a copy, oldest first. */
export const sheetEvents = (
  db: Reader,
  copy: SittingId,
  juror: string
): Promise<readonly KeptEvent<SheetEvent>[]> => read(db, copy, juror);

/** Events of the pair’s agreement on a copy, oldest first. */
export const agreementEvents = (db: Reader, copy: SittingId): Promise<readonly KeptEvent<AgreementEvent>[]> =>
  read(db, copy, PAIR);

/** One juror’s grid on a copy. */
export const readSheet = async (db: Reader, copy: SittingId, juror: string): Promise<Sheet> =>
  (await sheetEvents(db, copy, juror)).reduce((sheet, { event }) => evolveSheet(sheet, event), emptySheet);

/** The pair’s agreement on a copy. */
export const readAgreement = async (db: Reader, copy: SittingId): Promise<Agreement> =>
  (await agreementEvents(db, copy)).reduce(
    (state, { event }) => evolveAgreement(state, event),
    emptyAgreement
  );

/** A copy as the store needs it. */
interface Place {
  readonly copy: { readonly sitting: SittingId; readonly session: SessionId };
  readonly wall: number;
}

export const appendSheetEvent = (
  db: Writer,
  { copy, juror, wall }: Place & { readonly juror: string },
  event: SheetEvent
): Promise<number> => appendEvent(db, { session: copy.session, copy: copy.sitting, juror, wall }, event);

export const appendAgreementEvent = (
  db: Writer,
  { copy, wall }: Place,
  event: AgreementEvent
): Promise<number> =>
  appendEvent(db, { session: copy.session, copy: copy.sitting, juror: PAIR, wall }, event);

/** Signature of a session’s record by one juror. */
export interface SignatureEvent {
  readonly type: 'record.signed';
  readonly d: { readonly who: string; readonly name: string; readonly digest: string };
}
const RECORD = 'proces-verbal';

/** Signatures of a session’s record, oldest first. */
export const readSignatures = (db: Reader, session: string): Promise<readonly KeptEvent<SignatureEvent>[]> =>
  read(db, `session:${session}`, RECORD);

export const appendSignature = (
  db: Writer,
  { session, wall }: { readonly session: SessionId; readonly wall: number },
  event: SignatureEvent
): Promise<number> => appendEvent(db, { session, copy: `session:${session}`, juror: RECORD, wall }, event);
