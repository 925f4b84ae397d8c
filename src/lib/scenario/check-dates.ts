import { parseStory } from '../kernel/story-time';
import type { Report } from './problem';
import type { YamlSource } from './yaml-source';

const STORY = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?$/;

/** Days and instants of the story that no calendar has, wherever they are written in a file: 30 February, 25 o’clock. */
export function checkDates(
  report: Report,
  value: unknown,
  yaml: YamlSource,
  path: readonly PropertyKey[] = []
): void {
  if (typeof value === 'string' && STORY.test(value) && parseStory(value) === null)
    report.at(
      yaml,
      path,
      'temps.date',
      `« ${value} » n’est pas une date qui existe.`,
      'Corrigez le jour ou l’heure : "aaaa-mm-jj" ou "aaaa-mm-jj hh:mm".'
    );
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value))
    checkDates(report, member, yaml, [...path, Array.isArray(value) ? Number(key) : key]);
}
