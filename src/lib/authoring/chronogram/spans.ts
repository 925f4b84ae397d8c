import { beatMoved } from '../../engine/events';
import type { EntryDraft } from '../../log/entry';
import type { CompiledBeat, CompiledScenario } from '../../scenario/compiled';

/** A stretch of an event's life: `ring` and `wait` ask for the candidate, `talk` has them, `point` only arrives. */
export interface Span {
  readonly what: 'ring' | 'wait' | 'talk' | 'point';
  /** Exam ms. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** States in which an event reaches the candidate without asking for anything more. */
const ARRIVES = /^(delivered|arrived|engaged|given-up)/;

/** What a candidate sees begin when an event comes to a state; `null` when they see nothing of it. */
function seenIn(beat: CompiledBeat, state: string): Span['what'] | null {
  const { type, after } = beat.config.states[state] ?? {};
  if (type === 'final') return ARRIVES.test(state) || state.startsWith('line:') ? 'point' : null;
  if (state.startsWith('ringing:')) return 'ring';
  if (state.startsWith('held:') || state === 'nudged') return 'wait';
  if (beat.kind === 'visit' && (state === 'arrived' || state === 'impatient')) return 'wait';
  if (beat.kind === 'chat' && state.startsWith('line:')) return after ? 'wait' : 'point';
  if (/^(line|silence|back):/.test(state)) return 'talk';
  return ARRIVES.test(state) ? 'point' : null;
}

/** What each event of the script did in a run, by its identifier, in the order of time. Events never seen are not there. */
export function spansOf(
  compiled: CompiledScenario,
  log: readonly EntryDraft[]
): ReadonlyMap<string, readonly Span[]> {
  const beats = new Map(compiled.beats.map((beat) => [beat.id, beat]));
  const spans = new Map<string, Span[]>();
  const open = new Set<string>();
  for (const entry of log) {
    if (!beatMoved.is(entry)) continue;
    const { beat: id, to } = entry.d;
    const beat = beats.get(id);
    if (!beat || beat.kind === 'task' || beat.kind === 'watch') continue;
    const own = spans.get(id) ?? [];
    const last = own.at(-1);
    const what = seenIn(beat, to);
    if (last && open.delete(id)) {
      own[own.length - 1] = { ...last, toMs: entry.t };
      // One bar while the same thing goes on: a visitor who grows impatient waits still, a call goes from line to line.
      if (what === last.what) {
        own[own.length - 1] = { ...last, toMs: compiled.durationMs };
        open.add(id);
        continue;
      }
    }
    if (!what) continue;
    // The voicemail that ends an unanswered ring is told by the outcome, not by a second mark.
    if (what === 'point' && last?.what === 'ring' && last.toMs >= entry.t) continue;
    if (what !== 'point') open.add(id);
    own.push({ what, fromMs: entry.t, toMs: what === 'point' ? entry.t : compiled.durationMs });
    spans.set(id, own);
  }
  return spans;
}
