import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json';
import { DomainError } from '../../kernel/domain-error';
import type { SessionId } from '../../kernel/ids';
import { findReferential } from '../../referential/catalogue';
import type { Account } from '../../sessions/account';
import { requireInSession } from '../../sessions/authorise';
import { signingKey } from '../archive/signing-key.server';
import type { ReviewContext } from '../context.server';
import { copiesOf, gridOfCopy, type Copy } from '../copy/copies.server';
import { readJury, type Juror } from '../jury/jury.server';
import { differences, unsettled, type Agreement } from '../grid/agreement';
import { copyState, countAgreed } from '../grid/copy-state';
import type { Grid } from '../grid/grid';
import { readAgreement, readSheet, readSignatures } from '../grid/grid-store.server';
import { emptySheet, MARK_WORDS, missingCriteria, type Sheet } from '../grid/marks';
import { recordBlockers, type Blocker, type ExamRecord, type RecordedCandidate } from './record';
import { roomFacts } from './room-facts.server';

/** The record as a page shows it: what holds it back, or the record itself. Names appear only when nothing does. */
export interface RecordView {
  readonly blockers: readonly Blocker[];
  readonly record: ExamRecord | null;
  readonly mineSigned: boolean;
  readonly locked: boolean;
}

/** One copy with its pair’s work. */
interface Corrected {
  readonly copy: Copy;
  readonly grid: Grid;
  readonly pair: readonly Juror[];
  readonly sheets: readonly [Sheet, Sheet];
  readonly agreement: Agreement;
}

async function corrected(ctx: ReviewContext, session: SessionId): Promise<readonly Corrected[]> {
  const copies = await copiesOf(ctx, session);
  const jury = await readJury(ctx.db.read, session);
  return Promise.all(
    copies.map(async (copy) => {
      const pair = jury.pairOf(copy.sitting);
      const sheet = (index: number) =>
        pair[index] ? readSheet(ctx.db.read, copy.sitting, pair[index].id) : Promise.resolve(emptySheet);
      return {
        copy,
        pair,
        grid: await gridOfCopy(ctx, copy),
        sheets: [await sheet(0), await sheet(1)] as const,
        agreement: await readAgreement(ctx.db.read, copy.sitting)
      };
    })
  );
}

const blockersOf = (all: readonly Corrected[]): readonly Blocker[] =>
  recordBlockers(
    all.map(({ copy, grid, pair, sheets, agreement }) => {
      const { criteria } = grid;
      const [mine, other] = sheets;
      const state = copyState({ ...copy, criteria, mine, other, agreement, signed: false });
      return {
        number: copy.number,
        state: state === 'sealed' ? 'to-correct' : state,
        jurors: pair.length,
        missing: sheets.reduce((sum, sheet) => sum + missingCriteria(sheet, criteria).length, 0),
        unsettled: unsettled(criteria, sheets, agreement).length
      };
    })
  );

/**
 * The record of a session, for its jurors and its head.
 * @throws DomainError `access.*`, `session.unknown`
 */
export async function readRecord(
  ctx: ReviewContext,
  account: Account | null,
  session: SessionId
): Promise<RecordView> {
  const reader = requireInSession(account, session, 'juror', 'head');
  const all = await corrected(ctx, session);
  const blockers = blockersOf(all);
  const signatures = await readSignatures(ctx.db.read, session);
  const mineSigned = signatures.some(({ event }) => event.d.who === reader.id);
  if (blockers.length > 0 || all.length === 0) return { blockers, record: null, mineSigned, locked: false };
  const record = await makeRecord(ctx, session, all);
  return { blockers, record, mineSigned, locked: record.jurors.every(({ signedAt }) => signedAt !== null) };
}

async function makeRecord(
  ctx: ReviewContext,
  session: SessionId,
  all: readonly Corrected[]
): Promise<ExamRecord> {
  const row = await ctx.db.read
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', session)
    .executeTakeFirst();
  if (!row) throw new DomainError('session.unknown');
  const names = await ctx.db.read
    .selectFrom('candidates')
    .select(['number', 'first_name', 'last_name', 'rate_num', 'rate_den'])
    .where('session_id', '=', session)
    .execute();
  const candidates = await Promise.all(
    all.map(async (one) => {
      const person = names.find(({ number }) => number === one.copy.number);
      return {
        ...(await candidateOf(ctx, one)),
        name: person ? `${person.last_name.toUpperCase()} ${person.first_name}` : '',
        extraTime: person ? person.rate_num < person.rate_den : false
      };
    })
  );
  const title = findReferential(row.referential_version)?.title.name ?? row.title;
  const content = {
    session: {
      ...{ name: row.name, title, referential: row.referential_version },
      ...{ centre: row.centre, room: row.room, day: row.day, demo: row.demo === 1 },
      ...(row.pace > 1 && { pace: Number(row.pace) })
    },
    candidates
  };
  const signatures = await readSignatures(ctx.db.read, session);
  const pairs = new Set(all.flatMap(({ pair }) => pair.map(({ id }) => id)));
  const jurors = (await readJury(ctx.db.read, session)).jurors.filter(({ id }) => pairs.has(id));
  return {
    ...content,
    jurors: jurors.map(({ id, name }) => ({
      id,
      name,
      signedAt: signatures.find(({ event }) => event.d.who === id)?.wall ?? null
    })),
    digest: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    keyThumbprint: (await signingKey(ctx.db)).thumbprint
  };
}

async function candidateOf(
  ctx: ReviewContext,
  { copy, grid, pair, sheets, agreement }: Corrected
): Promise<Omit<RecordedCandidate, 'name' | 'extraTime'>> {
  const { number, started } = copy;
  const competencies = grid.sections.flatMap((section) => section.competencies);
  const differing = new Set(differences(grid.criteria, sheets));
  return {
    number,
    absent: !started,
    facts: await roomFacts(ctx, copy.sitting),
    jurors: pair.map(({ name }) => name),
    results: started
      ? competencies.map(({ id, title, criteria }) => ({
          id,
          title,
          counts: countAgreed(criteria, sheets, agreement)
        }))
      : [],
    motives: grid.criteria.flatMap(({ id, wording }) => {
      const settled = agreement.settled[id];
      if (!settled || !differing.has(id)) return [];
      return [{ criterion: id, wording, value: MARK_WORDS[settled.mark], motive: settled.motive }];
    })
  };
}
