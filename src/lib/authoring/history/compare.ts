import type { PieceRef, ScenarioContent } from '../library/model';
import { compareLines, hunksOf, type DiffHunk } from './compared-lines';

/** What happened to one text between two versions. */
export interface FileChange {
  readonly file: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly DiffHunk[];
}

/** What happened to one piece. `from` is its former name when only that changed. */
export interface PieceChange {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed';
  readonly from?: string;
}

/** The difference between two versions, in the order of the names. */
export interface Comparison {
  readonly files: readonly FileChange[];
  readonly pieces: readonly PieceChange[];
}

/** Compares two versions of a scenario. Pure. */
export function compareContents(before: ScenarioContent, after: ScenarioContent): Comparison {
  const names = [...new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])].sort();
  return {
    files: names
      .filter((file) => before.texts[file] !== after.texts[file])
      .map((file) => fileChange(file, before.texts[file], after.texts[file])),
    pieces: pieceChanges(before.pieces, after.pieces)
  };
}

function fileChange(file: string, before: string | undefined, after: string | undefined): FileChange {
  const lines = compareLines(before ?? '', after ?? '');
  const count = (kind: 'added' | 'removed') => lines.filter((line) => line.kind === kind).length;
  return {
    file,
    kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    added: count('added'),
    removed: count('removed'),
    hunks: hunksOf(lines)
  };
}

function pieceChanges(before: readonly PieceRef[], after: readonly PieceRef[]): readonly PieceChange[] {
  const old = new Map(before.map((piece) => [piece.name, piece.hash]));
  const now = new Map(after.map((piece) => [piece.name, piece.hash]));
  const gone = before.filter(({ name }) => !now.has(name));
  const moved = new Map<string, string>();
  for (const { name, hash } of after.filter((piece) => !old.has(piece.name))) {
    const from = gone.find((piece) => piece.hash === hash && ![...moved.values()].includes(piece.name));
    if (from) moved.set(name, from.name);
  }
  const changes: PieceChange[] = [
    ...gone
      .filter(({ name }) => ![...moved.values()].includes(name))
      .map(({ name }) => ({ name, kind: 'removed' as const })),
    ...after.flatMap(({ name, hash }): PieceChange[] => {
      const from = moved.get(name);
      if (from !== undefined) return [{ name, kind: 'renamed', from }];
      if (!old.has(name)) return [{ name, kind: 'added' }];
      return old.get(name) === hash ? [] : [{ name, kind: 'changed' }];
    })
  ];
  return changes.sort((left, right) => (left.name < right.name ? -1 : 1));
}
