import { outcomesOfContent } from '../../scenario/content-of';
import { eventSchema } from '../../scenario/format-script';
import type { Draft } from '../document/draft.svelte';
import { listIn, mapIn } from '../document/loose';
import { issueWords } from '../chronogram/words';
import type { Option } from './form-at';

const EVERYWHERE = ['saute', 'sans_objet'];
const TASK_ISSUES = ['rendue', 'en_retard', 'rendue_tard'];

/** Outcomes that an event of the script may come to; none while the event cannot be read. */
export function issuesOf(draft: Draft, event: string): readonly Option[] {
  const found = listIn(draft.source?.['deroule']).find((item) => mapIn(item)['id'] === event);
  const parsed = eventSchema.safeParse(found);
  const issues = parsed.success
    ? [...new Set([...outcomesOfContent(parsed.data), ...EVERYWHERE])]
    : EVERYWHERE;
  return issues.map((issue) => ({ value: issue, label: issueWords(issue) }));
}

/** Outcomes of a task that something may wait for. */
export const taskIssues: readonly Option[] = TASK_ISSUES.map((issue) => ({
  value: issue,
  label: issueWords(issue)
}));
