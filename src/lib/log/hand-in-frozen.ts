import * as v from 'valibot';
import { defineEvent } from './event-definition';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** A file of the candidate as it was at the instant of the event: the log up to that entry gives its exact content. */
const frozenFile = v.object({
  file: id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(['text', 'sheet', 'pdf', 'image', 'audio', 'other']),
  /** Exam time of its last change. */
  changedMs: v.pipe(v.number(), v.integer(), v.minValue(0))
});
export type FrozenFile = v.InferOutput<typeof frozenFile>;

/**
 * The deadline of a task has come, or the end of the exam (`cause`), and these deliverables have not been handed in: what
 * the candidate had made of their kind is kept for the jury, last changed first. No content is copied: the number of this
 * entry is the version. Nothing is refused afterwards.
 */
export const handInFrozen = defineEvent(
  'hand-in.frozen',
  'script',
  v.object({
    task: id,
    cause: v.picklist(['deadline', 'end']),
    deliverables: v.array(v.object({ deliverable: id, files: v.array(frozenFile) }))
  })
);
