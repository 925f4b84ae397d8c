import { parseStory, storyIso } from '../../kernel/story-time';

const DAY_MS = 86_400_000;

/**
 * Due day of an invoice dated `day` (`2026-03-16`) under usual French terms: `comptant`, `à réception`, `30 jours`,
 * `30 jours net`, `45 jours fin de mois` (the days first, then the end of that month). `null` for other words.
 */
export function dueDay(day: string, terms: string): string | null {
  const from = parseStory(day);
  if (from === null) return null;
  const words = terms.toLowerCase();
  if (/comptant|réception/.test(words)) return day;
  const days = /(\d{1,3})\s*(?:jours?|j\b)/u.exec(words)?.[1];
  if (days === undefined) return null;
  const date = new Date(from + Number(days) * DAY_MS);
  if (!words.includes('fin de mois')) return storyIso(date.getTime()).slice(0, 10);
  return storyIso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).slice(0, 10);
}
