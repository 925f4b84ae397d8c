import { chain, type ChainedEntry } from '../../../log/chain.server';
import { DomainError } from '../../../kernel/domain-error';
import type { SessionId, SittingId } from '../../../kernel/ids';
import type { Entry, EntryDraft } from '../../../log/entry';
import type { AppendRequest, LogHead } from '../../../log/store';
import type { EntryRow, OutboxRow } from '../schema';

/** A sitting as the transaction found it, under its lock. */
export interface SittingHead extends LogHead {
  readonly session: SessionId;
}

/** What the transaction knows of the sittings and outboxes that its requests name. */
export interface Known {
  readonly sittings: ReadonlyMap<string, SittingHead>;
  readonly outboxes: ReadonlyMap<string, OutboxRow>;
}

/** New values of a sitting's row; `null` in the last three means unchanged. */
export interface SittingUpdate {
  readonly id: SittingId;
  readonly session: SessionId;
  readonly headN: number;
  readonly headHash: string;
  readonly nextDueAt: number | null;
  readonly status: string | null;
  readonly seenAt: number | null;
  readonly ackAt: number | null;
}

/** What becomes of one request once the transaction has committed. */
export type Outcome =
  | { readonly kind: 'written'; readonly entries: readonly Entry[]; readonly ns: readonly number[] }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly error: DomainError };

/** Everything one transaction writes for a group of requests, and the answer to each of them, in order. */
export interface Plan {
  readonly outcomes: readonly Outcome[];
  readonly entries: readonly EntryRow[];
  readonly sittings: readonly SittingUpdate[];
  readonly outboxes: readonly OutboxRow[];
}

/**
 * Decides a group of appends, each seeing the ones before it: numbers, chains and refuses. Pure, so that both engines
 * have the same rules; the caller holds the lock of every sitting named here.
 */
export function planAppends(requests: readonly AppendRequest[], known: Known): Plan {
  const heads = new Map(known.sittings);
  const outboxes = new Map(known.outboxes);
  const entries: EntryRow[] = [];
  const updates = new Map<string, SittingUpdate>();
  const touched = new Map<string, OutboxRow>();

  const outcomes = requests.map((request): Outcome => {
    try {
      const head = heads.get(request.sitting);
      if (!head) throw new DomainError('sitting.unknown', `no sitting ${request.sitting}`);
      if (isRepeated(request, outboxes)) return { kind: 'repeated' };
      if (head.n !== request.expectedN)
        throw new DomainError('log.conflict', `the log is at ${head.n}, not ${request.expectedN}`, {
          headN: head.n
        });
      const chained = chain(head, request.entries.map(asJson));
      const written = chained.map(({ entry }) => entry);
      const rows = toRows(request, chained);
      const last = written.at(-1) ?? head;
      heads.set(request.sitting, { n: last.n, hash: last.hash, session: head.session });
      updates.set(request.sitting, mergeUpdate(updates.get(request.sitting), request, head.session, last));
      entries.push(...rows);
      const { outbox } = request;
      if (outbox && outbox.indexes.length > 0) {
        const row = {
          sitting_id: request.sitting,
          outbox: outbox.id,
          last_seq: outbox.from + outbox.indexes.length - 1
        };
        outboxes.set(outbox.id, row);
        touched.set(outbox.id, row);
      }
      return {
        kind: 'written',
        entries: written,
        ns: outbox?.indexes.map((index) => written[index]!.n) ?? []
      };
    } catch (error) {
      return { kind: 'refused', error: asRefusal(error) };
    }
  });
  return { outcomes, entries, sittings: [...updates.values()], outboxes: [...touched.values()] };
}

/** Whether all the gestures are already in the log; throws when they do not follow those that are. */
function isRepeated({ sitting, outbox }: AppendRequest, outboxes: ReadonlyMap<string, OutboxRow>): boolean {
  if (!outbox || outbox.indexes.length === 0) return false;
  const row = outboxes.get(outbox.id);
  if (row && row.sitting_id !== sitting)
    throw new DomainError('outbox.foreign', `outbox ${outbox.id} belongs to another sitting`);
  const lastSeq = row?.last_seq ?? 0;
  if (outbox.from > lastSeq + 1)
    throw new DomainError(
      'outbox.gap',
      `outbox ${outbox.id}: ${lastSeq + 1} was expected, not ${outbox.from}`,
      {
        expected: lastSeq + 1
      }
    );
  if (outbox.from + outbox.indexes.length - 1 <= lastSeq) return true;
  if (outbox.from <= lastSeq)
    throw new DomainError('outbox.overlap', `outbox ${outbox.id} is already written up to ${lastSeq}`, {
      lastSeq
    });
  return false;
}

/** An absent payload is `null`, so that what is hashed is what will be read. */
const asJson = (draft: EntryDraft): EntryDraft => (draft.d === undefined ? { ...draft, d: null } : draft);

function toRows({ sitting, outbox }: AppendRequest, chained: readonly ChainedEntry[]): EntryRow[] {
  const rows = chained.map(({ entry, payload }): EntryRow => {
    const { n, t, wall, by, type, v, prev, hash } = entry;
    return {
      sitting_id: sitting,
      n,
      t,
      wall,
      author: by,
      type,
      v,
      d: payload,
      prev,
      hash,
      outbox: null,
      outbox_seq: null
    };
  });
  outbox?.indexes.forEach((index, offset) => {
    const row = rows[index];
    if (!row || row.outbox !== null)
      throw new DomainError('log.malformed', 'the outbox span does not fit the entries');
    rows[index] = { ...row, outbox: outbox.id, outbox_seq: outbox.from + offset };
  });
  return rows;
}

function mergeUpdate(
  before: SittingUpdate | undefined,
  request: AppendRequest,
  session: SessionId,
  last: LogHead
): SittingUpdate {
  const seenAt = request.seenAt ?? null;
  return {
    id: request.sitting,
    session,
    headN: last.n,
    headHash: last.hash,
    nextDueAt: request.nextDueAt,
    status: request.status ?? before?.status ?? null,
    seenAt: seenAt ?? before?.seenAt ?? null,
    ackAt: (request.outbox ? seenAt : null) ?? before?.ackAt ?? null
  };
}

function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof TypeError) return new DomainError('log.malformed', error.message);
  throw error;
}
