import { formatDuration } from '../../kernel/format-fr';
import type { KeptCopies, ProductionLine, Showing } from '../copy/copy-file';

const NBSP = '\u00a0';

/** One version of a production that a juror may open. */
export interface Version {
  readonly label: string;
  readonly n: number;
  /** Exam ms. */
  readonly t: number;
  readonly showing: Showing;
}

/** « + 12 min »: how long after the deadline. */
export const lateBy = (lateMs: number): string => `+${NBSP}${formatDuration(lateMs)}`;

function keptVersions({ n, t, cause, files }: KeptCopies): readonly Version[] {
  const when = cause === 'deadline' ? 'À l’échéance' : 'À la fin';
  return files.map(({ name, showing }) => ({ label: `${when}${NBSP}: ${name}`, n, t, showing }));
}

/** What there is to read of a production, the copy that counts first. Empty when nothing was handed in or kept. */
export function versionsOf({ received, kept }: ProductionLine): readonly Version[] {
  const before = kept ? keptVersions(kept) : [];
  if (!received) return before;
  const { n, t, late, lateMs, showing, inTime } = received;
  const last = { label: late ? `Remise en retard, ${lateBy(lateMs)}` : 'Remise', n, t, showing };
  return [last, ...(inTime ? [{ label: 'Remise à l’heure', ...inTime }] : []), ...before];
}

/** What a juror must know of how a production came; empty when it simply came in time. */
export function historyOf({ received, kept }: ProductionLine): string {
  if (!received) {
    if (!kept) return '';
    return kept.cause === 'deadline' ? 'Rien de remis à l’échéance.' : 'Rien de remis à la fin de l’épreuve.';
  }
  const { late, lateMs, times, inTime } = received;
  const again = times.length > 1 ? `Remise ${times.length} fois${NBSP}: voici la dernière.` : '';
  if (!late) return again;
  const later = formatDuration(lateMs);
  const past = lateMs < 1_000 ? 'à l’échéance même' : `${later} après l’échéance`;
  if (inTime) return `Remise à l’heure, puis de nouveau ${past}.`;
  const first = kept ? `Rien de remis à l’échéance${NBSP}; remise ${later} plus tard.` : `Remise ${past}.`;
  return [first, again].filter(Boolean).join(' ');
}
