import { formatDuration } from '../kernel/format-fr';

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
