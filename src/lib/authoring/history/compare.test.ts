import { describe, expect, it } from 'vitest';
import { compareContents } from './compare';
import { compareLines, hunksOf } from './compared-lines';

const marks = (before: string, after: string) =>
  compareLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`
  );

describe('the difference of two texts', () => {
  it('keeps the common lines once', () => {
    expect(marks('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual([' a', '-b', '+x', ' c', '+d']);
    expect(marks('', 'a\n')).toEqual(['+a']);
    expect(marks('a\n', '')).toEqual(['-a']);
    expect(marks('a\r\nb', 'a\nb\n')).toEqual([' a', ' b']);
  });

  it('numbers each side', () => {
    const lines = compareLines('a\nb\n', 'x\na\nb\n');
    expect(lines.map(({ before, after }) => [before, after])).toEqual([
      [null, 1],
      [1, 2],
      [2, 3]
    ]);
  });

  it('shows only what is near a change, and counts the rest', () => {
    const before = Array.from({ length: 30 }, (_, index) => `ligne ${index + 1}`);
    const after = before.with(9, 'autre').with(29, 'fin');
    const hunks = hunksOf(compareLines(before.join('\n'), after.join('\n')), 1);
    expect(hunks.map(({ skipped, lines }) => [skipped, lines.length])).toEqual([
      [8, 4],
      [17, 3]
    ]);
    expect(hunksOf(compareLines('a', 'a'))).toEqual([]);
  });
});

describe('the difference of two versions', () => {
  const piece = (name: string, hash: string) => ({ name, hash, size: 1 });

  it('tells texts and pieces that came, went, changed or took another name', () => {
    const { files, pieces } = compareContents(
      {
        texts: { 'scenario.yaml': 'a\n', 'grille.yaml': 'g\n' },
        pieces: [piece('a.pdf', '1'), piece('b.pdf', '2'), piece('c.pdf', '3'), piece('d.pdf', '4')]
      },
      {
        texts: { 'scenario.yaml': 'b\n', 'parcours/x.yaml': 'p\n' },
        pieces: [piece('a.pdf', '1'), piece('b.pdf', '9'), piece('e.pdf', '3'), piece('f.pdf', '7')]
      }
    );
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['grille.yaml', 'removed'],
      ['parcours/x.yaml', 'added'],
      ['scenario.yaml', 'changed']
    ]);
    expect(pieces).toEqual([
      { name: 'b.pdf', kind: 'changed' },
      { name: 'd.pdf', kind: 'removed' },
      { name: 'e.pdf', kind: 'renamed', from: 'c.pdf' },
      { name: 'f.pdf', kind: 'added' }
    ]);
  });
});
