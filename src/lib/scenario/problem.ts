import type { Position, YamlSource } from './yaml-source';

/** Something wrong in a scenario, in French: where, what, and how to mend it. */
export interface Problem {
  /** Stable: `famille.raison`. */
  readonly code: string;
  readonly severity: 'erreur' | 'avertissement';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

export interface ReportOptions {
  readonly severity?: Problem['severity'];
  /** Point at the key itself, not at its value. */
  readonly key?: boolean;
}

/** French spacing: a no-break space inside « » and before : ; ! ?. */
const spaced = (text: string): string => text.replace(/« /g, '«\u00a0').replace(/ ([»:;!?])/g, '\u00a0$1');

/** Where checks put what they find. */
export class Report {
  readonly problems: Problem[] = [];

  /** Reports on the value at `path` of a file. */
  at(
    yaml: YamlSource,
    path: readonly PropertyKey[],
    code: string,
    message: string,
    fix: string,
    options: ReportOptions = {}
  ): void {
    this.on(yaml.file, yaml.locate(path, options.key), code, message, fix, options.severity);
  }

  /** Reports on a position. */
  on(
    file: string,
    at: Position,
    code: string,
    message: string,
    fix: string,
    severity: Problem['severity'] = 'erreur'
  ): void {
    const place = { file, line: at.line, column: at.column };
    this.problems.push({ code, severity, ...place, message: spaced(message), fix: spaced(fix) });
  }
}

/** The closest of some words, when it is close enough to be a slip of the pen. */
export function nearest(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    if (Math.abs(word.length - candidate.length) >= least) continue;
    const distance = editDistance(word, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}

/** « Vouliez-vous dire … ? », or the list of what exists. */
export function suggestion(word: string, words: readonly string[]): string {
  const close = nearest(word, words);
  if (close) return `Vouliez-vous dire « ${close} » ?`;
  return words.length ? `Noms connus : ${words.slice(0, 12).join(', ')}.` : 'Aucun n’est déclaré.';
}
