import * as v from 'valibot';

/** An appreciation of one criterion. « Non observé » is not « non »: it feeds the interview. */
export type Mark = 'yes' | 'no' | 'unseen';
export const MARKS: readonly Mark[] = ['yes', 'no', 'unseen'];
/** Words of the marks, in the order of the keys 1, 2, 3. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = { yes: 'Oui', no: 'Non', unseen: 'Non observé' };

/** A moment of the sitting that a juror keeps under a criterion. `t` is exam time in ms. */
export interface Pin {
  readonly id: string;
  readonly t: number;
  readonly note: string;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const mark = v.picklist(MARKS as ['yes', 'no', 'unseen']);
const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500));

/** What a juror may write on their own grid. Sealing and unsealing have rules of their own: see `seal.server.ts`. */
export const markingSchema = v.variant('type', [
  v.object({ type: v.literal('grid.mark-set'), d: v.object({ criterion: id, mark }) }),
  v.object({ type: v.literal('grid.mark-cleared'), d: v.object({ criterion: id }) }),
  v.object({ type: v.literal('grid.comment-written'), d: v.object({ criterion: id, text: text(2000) }) }),
  v.object({
    type: v.literal('grid.moment-pinned'),
    d: v.object({
      criterion: id,
      pin: id,
      t: v.pipe(v.number(), v.integer(), v.minValue(0)),
      note: text(300)
    })
  }),
  v.object({ type: v.literal('grid.pin-removed'), d: v.object({ criterion: id, pin: id }) })
]);
export type Marking = v.InferOutput<typeof markingSchema>;

/** Every event of one juror’s grid. */
export type SheetEvent =
  | Marking
  | { readonly type: 'grid.sealed'; readonly d: Readonly<Record<string, never>> }
  | { readonly type: 'grid.unsealed'; readonly d: { readonly reason: string } };
export const unsealSchema = v.object({ reason });

/** One juror’s grid on one copy: a fold of their events. */
export interface Sheet {
  readonly marks: Readonly<Record<string, Mark>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly pins: Readonly<Record<string, readonly Pin[]>>;
  readonly sealed: boolean;
  /** Reasons of the unsealings, oldest first. */
  readonly unsealings: readonly string[];
}

export const emptySheet: Sheet = { marks: {}, comments: {}, pins: {}, sealed: false, unsealings: [] };

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

/** The grid after one more event. */
export function evolveSheet(sheet: Sheet, event: SheetEvent): Sheet {
  switch (event.type) {
    case 'grid.mark-set':
      return { ...sheet, marks: { ...sheet.marks, [event.d.criterion]: event.d.mark } };
    case 'grid.mark-cleared':
      return { ...sheet, marks: without(sheet.marks, event.d.criterion) };
    case 'grid.comment-written': {
      const { criterion, text: words } = event.d;
      const comments = words ? { ...sheet.comments, [criterion]: words } : without(sheet.comments, criterion);
      return { ...sheet, comments };
    }
    case 'grid.moment-pinned': {
      const { criterion, pin, t, note } = event.d;
      const pins = [...(sheet.pins[criterion] ?? []).filter((one) => one.id !== pin), { id: pin, t, note }];
      return { ...sheet, pins: { ...sheet.pins, [criterion]: pins } };
    }
    case 'grid.pin-removed': {
      const { criterion, pin } = event.d;
      const pins = (sheet.pins[criterion] ?? []).filter((one) => one.id !== pin);
      return { ...sheet, pins: { ...sheet.pins, [criterion]: pins } };
    }
    case 'grid.sealed':
      return { ...sheet, sealed: true };
    case 'grid.unsealed':
      return { ...sheet, sealed: false, unsealings: [...sheet.unsealings, event.d.reason] };
  }
}

/** Criteria without a mark, in the order given. */
export const missingCriteria = (
  sheet: Sheet,
  criteria: readonly { readonly id: string }[]
): readonly string[] =>
  criteria.map(({ id: criterion }) => criterion).filter((criterion) => !sheet.marks[criterion]);
