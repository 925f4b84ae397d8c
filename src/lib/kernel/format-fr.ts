/**
 * French texts for numbers, money, durations and story time. One place, so that every screen and document agrees:
 * narrow no-break space in thousands, no-break space before a unit, decimal comma, « 10 h 30 ».
 */
const NBSP = '\u00a0';
const money = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const decimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** `125040` → `1 250,40 €`. */
export const formatCents = (cents: number): string => money.format(cents / 100);
/** `125040` → `1 250,40`, for columns whose heading gives the unit. */
export const formatCentsBare = (cents: number): string => decimal.format(cents / 100);
/** `800` (basis points) → `8 %`. */
export const formatRate = (basisPoints: number): string => `${percent.format(basisPoints / 100)}${NBSP}%`;

const pad = (value: number) => String(value).padStart(2, '0');

/** Exam time for people: `3_492_000` → `00:58:12`. Negative times read as zero. */
export function formatExamTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** A length for people: `2 h 47`, `12 min`, `40 s`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds}${NBSP}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${NBSP}min`;
  return `${Math.floor(minutes / 60)}${NBSP}h${NBSP}${pad(minutes % 60)}`;
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' '
);
const DAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');

/** Day of a story instant in words: `mardi 17 mars 2026`, `jeudi 1er janvier 2026`. */
export function formatDay(storyMs: number): string {
  const date = new Date(storyMs);
  return `${DAYS[date.getUTCDay()]} ${formatDate(storyMs)}`;
}

/** Date of a story instant in words, as a letter writes it: `17 mars 2026`, `1er avril 2026`. */
export function formatDate(storyMs: number): string {
  const date = new Date(storyMs);
  const day = date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate());
  return `${day}${NBSP}${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** Short date of a story instant: `17/03/2026`. */
export function formatShortDate(storyMs: number): string {
  const date = new Date(storyMs);
  return `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** Clock face of a story instant: `08:47`. */
export function formatClock(storyMs: number): string {
  const date = new Date(storyMs);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

/** Hour in running text: `8 h 47`, `14 h`. */
export function formatHour(storyMs: number): string {
  const date = new Date(storyMs);
  const minutes = date.getUTCMinutes();
  return `${date.getUTCHours()}${NBSP}h${minutes ? `${NBSP}${pad(minutes)}` : ''}`;
}

/** Text in the singular or the plural, French rule (0 and 1 are singular): `plural(2, 'remise')` → `2 remises`. */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${count}${NBSP}${Math.abs(count) < 2 ? one : many}`;
}
