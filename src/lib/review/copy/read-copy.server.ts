import { setImmediate } from 'node:timers/promises';
import type { TreeState } from '../../desk/files/model';
import { deskReader } from '../../desk/fold';
import { productionReceived } from '../../engine/events';
import type { SittingId } from '../../kernel/ids';
import type { Entry } from '../../log/entry';
import { upcast } from '../../log/event-definition';
import { mailReceived } from '../../log/script-events';
import { findings, type EntryWithFacts } from '../../scenario/evidence';
import type { Seed } from '../replay/timeline';
import { foldOne, startFolds } from '../../sitting/load-sitting.server';
import type { ReviewContext } from '../context.server';
import { Calls } from './calls';
import { KeptByTask } from './kept';
import type { Copy } from './copies.server';
import type { CopyFile, Showing, Trace, TrackMark } from './copy-file';
import { IncidentMarks } from './incident-marks';
import { Letters } from './letters';
import { productionLines, productionMarks, type Received } from './productions';
import { showingOf } from './showing';
import { tracesOf } from './traces';

/** Files of copies by sitting, kept while their log has not grown. */
const kept = new WeakMap<
  object,
  Map<SittingId, { readonly n: number; readonly reading: Promise<Reading> }>
>();
const MOST_KEPT = 24;

/** What one pass over a log gives. */
interface Reading {
  readonly file: CopyFile;
  /** The desk every {@link SEED_EVERY} entries. */
  readonly seeds: readonly Seed[];
}
const SEED_EVERY = 1_000;

/** Everything that the screen shows of a copy but the replay; computed once per log. */
export const copyFile = async (ctx: ReviewContext, copy: Copy): Promise<CopyFile> =>
  (await reading(ctx, copy)).file;

/** The desk of a copy along the way, for its replay. */
export const copySeeds = async (ctx: ReviewContext, copy: Copy): Promise<readonly Seed[]> =>
  (await reading(ctx, copy)).seeds;

function reading(ctx: ReviewContext, copy: Copy): Promise<Reading> {
  const readings = kept.get(ctx.db) ?? new Map<SittingId, { n: number; reading: Promise<Reading> }>();
  kept.set(ctx.db, readings);
  const known = readings.get(copy.sitting);
  if (known?.n === copy.headN) return known.reading;
  const made = readCopy(ctx, copy);
  made.catch(() => readings.delete(copy.sitting));
  readings.delete(copy.sitting);
  readings.set(copy.sitting, { n: copy.headN, reading: made });
  const oldest = readings.keys().next();
  if (readings.size > MOST_KEPT && !oldest.done) readings.delete(oldest.value);
  return made;
}

/** Entries read at once. Folding them takes some ms; candidates' requests are served before the next ones. */
const PAGE = 500;

/** All entries of a sitting, page after page, in their current versions. Lets other work through between two pages. */
export async function* allEntries(
  ctx: Pick<ReviewContext, 'db' | 'program'>,
  sitting: SittingId,
  afterN = 0
): AsyncGenerator<Entry> {
  for (let n = afterN; ;) {
    const page = await ctx.db.log.read(sitting, n, PAGE);
    if (page.length === 0) return;
    for (const entry of page) yield upcast(ctx.program.registry, entry);
    n = page.at(-1)!.n;
    // The embedded database answers in the same turn: without this, a long log would hold up everybody to its end.
    await setImmediate();
  }
}

async function readCopy(ctx: ReviewContext, copy: Copy): Promise<Reading> {
  const scenario = await ctx.scenario(copy.scenarioHash);
  const jury = await ctx.jury(copy.scenarioHash);
  const calls = new Calls();
  const incidents = new IncidentMarks();
  const letters = new Letters(scenario.scene);
  const traces: Trace[] = [];
  const received: Received[] = [];
  const kept = new KeptByTask();
  const messages: TrackMark[] = [];
  const seen: EntryWithFacts[] = [];
  const seeds: Seed[] = [];
  let folds = startFolds(ctx, scenario);
  let cause: Showing = { kind: 'facts', title: 'Remise', lines: [] };
  for await (const entry of allEntries(ctx, copy.sitting)) {
    folds = foldOne(ctx, scenario, folds, entry);
    const { n, t, type, d } = entry;
    incidents.add(entry);
    if (!folds.engine.started) continue;
    if (n % SEED_EVERY === 0) seeds.push({ n, states: folds.states });
    const desk = deskReader(scenario.scene, folds.states);
    const facts = entry.by === 'candidate' ? ctx.program.factsOf(entry, desk) : [];
    seen.push({ n, t, type, d, facts });
    calls.add(entry);
    letters.add(entry, facts);
    kept.add(entry);
    if (mailReceived.is(entry))
      messages.push({ track: 'messages', from: t, tone: 'received', label: `Reçu — ${entry.d.subject}` });
    if (entry.by === 'candidate') {
      const tree = desk.state<TreeState>('tree');
      cause = showingOf(entry, tree);
      traces.push(...tracesOf(entry, facts, scenario.scene, tree));
    }
    if (productionReceived.is(entry)) received.push({ ...entry.d, n, t, showing: cause });
  }
  traces.push(...calls.traces(), ...letters.traces());
  const sent = traces.filter(({ group }) => group === 'mails');
  const file: CopyFile = {
    productions: productionLines(jury, received, kept),
    traces: traces.sort((a, b) => a.t - b.t || a.n - b.n),
    findings: findings(jury, seen),
    marks: [
      ...messages,
      ...sent.map(
        ({ t, title }) => ({ track: 'messages', from: t, tone: 'sent', label: `Envoyé — ${title}` }) as const
      ),
      ...calls.marks(),
      ...productionMarks(jury, received, kept),
      ...incidents.marks
    ].sort((a, b) => a.from - b.from),
    lastMs: folds.engine.t,
    endMs: folds.engine.endMs
  };
  return { file, seeds };
}
