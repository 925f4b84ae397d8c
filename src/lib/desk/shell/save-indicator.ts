/**
 * What the corner of the desk says about the safety of the work. `wall` is the server's clock (ms) at its last
 * acknowledgement of a durable write, never a wish; `null` when nothing had to be saved yet.
 */
export type SaveIndicator =
  | { readonly kind: 'saved'; readonly wall: number | null }
  | { readonly kind: 'saving'; readonly wall: number | null }
  /** The server takes nothing more from this page: only a person can mend it. */
  | { readonly kind: 'stopped'; readonly wall: number | null }
  | {
      readonly kind: 'offline';
      readonly wall: number | null;
      /** This machine's clock (ms) when the network was last seen. */
      readonly since: number;
    };

export interface SaveWords {
  readonly tone: 'ok' | 'neutral' | 'warn';
  /** The whole sentence. */
  readonly text: string;
  /** The same on one or two short lines, so that the taskbar never moves. */
  readonly lines: readonly string[];
  /** For a narrow taskbar; the sentence is then its tooltip and accessible name. */
  readonly short: string;
}

const NBSP = '\u00a0';
const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `72_000` → `1 min 12`, `12_000` → `12 s`, `3_900_000` → `1 h 05`. */
export function formatSince(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  if (seconds < 60) return `${seconds}${NBSP}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${NBSP}min${NBSP}${pad(seconds % 60)}`;
  return `${Math.floor(seconds / 3600)}${NBSP}h${NBSP}${pad(Math.floor(seconds / 60) % 60)}`;
}

const words = (tone: SaveWords['tone'], lines: readonly string[], short: string): SaveWords => ({
  tone,
  text: lines.join(`${NBSP}— `),
  lines,
  short
});

/** The French words of an indicator at `now` (this machine's clock, ms). */
export function saveWords(save: SaveIndicator, now: number): SaveWords {
  switch (save.kind) {
    case 'saved':
      return save.wall === null
        ? words('ok', ['Travail enregistré'], 'Enregistré')
        : words('ok', [`Enregistré jusqu’à ${time.format(save.wall)}`], time.format(save.wall));
    case 'saving':
      return words('neutral', ['Enregistrement…'], 'En cours…');
    case 'stopped':
      return words('warn', ['Enregistrement arrêté', 'appelez le surveillant'], 'Arrêté\u00a0: appelez');
    case 'offline': {
      const length = formatSince(now - save.since);
      return words(
        'warn',
        [`Sans réseau depuis ${length}`, 'travail gardé sur ce poste'],
        `Sans réseau ${length}`
      );
    }
  }
}
