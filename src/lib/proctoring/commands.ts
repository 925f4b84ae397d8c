import * as v from 'valibot';
import type { SessionId, SittingId } from '../kernel/ids';
import { INCIDENT_CATEGORIES } from '../sitting/incident';

/** What is typed to end the exam of the whole room. */
export const END_ALL_WORD = 'TERMINER';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const session = v.pipe(
  id,
  v.transform((text) => text as SessionId)
);
const one = v.pipe(
  id,
  v.transform((text) => text as SittingId)
);
/** One candidate, or the whole room. */
const target = v.nullable(one);
const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** Body of `POST /api/surveillance/commandes`: one thing that a proctor does. `sitting: null` is the whole room. */
export const commandSchema = v.variant('do', [
  /** Opens the prise en main. */
  v.object({ do: v.literal('open'), session }),
  v.object({ do: v.literal('start'), session, sitting: target }),
  v.object({ do: v.literal('pause'), session, sitting: target, cause: text(500) }),
  v.object({ do: v.literal('resume'), session, sitting: target }),
  /** `ms` of wall time; the cause is a category and a text. */
  v.object({
    do: v.literal('credit'),
    session,
    sitting: target,
    ms: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(4 * 3_600_000)),
    category: text(80),
    text: v.pipe(v.string(), v.trim(), v.maxLength(400))
  }),
  v.object({ do: v.literal('move'), session, sitting: one, post: text(20) }),
  v.object({ do: v.literal('trigger'), session, sitting: target, beat: text(300) }),
  v.object({ do: v.literal('skip'), session, sitting: target, beat: text(300) }),
  v.object({ do: v.literal('word'), session, sitting: target, text: text(500) }),
  v.object({ do: v.literal('hand'), session, sitting: one }),
  v.pipe(
    v.object({
      do: v.literal('incident'),
      session,
      sitting: target,
      category: v.picklist(INCIDENT_CATEGORIES),
      text: text(2000),
      witnesses: v.optional(v.pipe(v.array(text(120)), v.maxLength(10)), [])
    }),
    v.check(
      ({ category, witnesses }) => category !== 'fraud' || witnesses.length > 0,
      'fraud needs a witness'
    )
  ),
  /** `confirmation` is the candidate's number, or `END_ALL_WORD` for the room. */
  v.object({ do: v.literal('end'), session, sitting: target, confirmation: text(40) })
]);
export type Command = v.InferOutput<typeof commandSchema>;
/** A command before the board has said for which session. */
export type Order = Command extends infer C ? (C extends Command ? Omit<C, 'session'> : never) : never;

/** Answer to a command: how many sittings it was done to. */
export interface CommandDone {
  readonly done: number;
}
