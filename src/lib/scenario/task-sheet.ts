import type { TaskSheet } from '../scene/scene';
import { examMs } from './compile-values';
import type { TaskSource } from './format-script';

/** A task as the candidate reads it: nothing of what is expected. */
export const taskSheetOf = (task: TaskSource): TaskSheet => ({
  id: task.id,
  title: task.titre,
  instruction: task.consigne,
  ...(task.echeance && { deadlineMs: examMs(task.echeance) }),
  deliverables: task.productions.map(({ id, titre, type, fait }) => ({
    id,
    title: titre,
    kind: type,
    handIn: fait === undefined
  }))
});
