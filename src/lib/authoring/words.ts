import { formatDate, formatDuration, formatHour, plural } from '../kernel/format-fr';

/** A duration as scenarios write it, in words: `00:30` → « 30 min », `03:45` → « 3 h 45 ». What is not one stays as it is. */
export function durationWords(written: string): string {
  const [, hours, minutes] = /^(\d+):(\d{2})(?::\d{2})?$/.exec(written) ?? [];
  return hours === undefined ? written : formatDuration((Number(hours) * 60 + Number(minutes)) * 60_000);
}

const CALL_ENDS: Readonly<Record<string, string>> = {
  'hung-up': 'raccroché',
  missed: 'manqué',
  transferred: 'transféré',
  busy: 'occupé'
};

/** A line of a recorded run for the author: `appel terminé x (missed)` → « appel terminé x (manqué) ». */
export const runLineWords = (line: string): string =>
  line
    .replace(/^> /, 'Candidat\u00a0: ')
    .replace(
      /^(appel terminé .*) \(([\w-]+)\)$/,
      (_, words: string, how: string) => `${words} (${CALL_ENDS[how] ?? how})`
    )
    .replace(/^issue (\S+) = (\S+)$/, (_, beat: string, issue: string) => `issue ${beat}\u00a0: ${issue}`)
    .replace(/ : /g, '\u00a0: ');

/** A wall instant (ms since 1970) at the place of whoever reads it: `17 mars 2026 à 8 h 47`. */
export function momentWords(wall: number): string {
  // The formats read UTC fields: the instant is moved so that these are the fields of the clock on the wall.
  const local = wall - new Date(wall).getTimezoneOffset() * 60_000;
  return `${formatDate(local)} à ${formatHour(local)}`;
}

/** Weight of a file: `12 ko`, `1,4 Mo`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'octet');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00a0ko`;
  return `${(Math.round(bytes / 100_000) / 10).toString().replace('.', ',')}\u00a0Mo`;
}
