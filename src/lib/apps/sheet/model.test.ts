import { describe, expect, it } from 'vitest';
import type { DeskEvent, Gesture } from '../../log/entry';
import { fileCopied, fileCreated } from '../../desk/files/model';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { shapeInverse } from './commands/inverse';
import { sheetDiff } from './edits/diff';
import * as events from './events';
import { sheetModel, type SheetState } from './model';
import type { Scalar, Sheet, Workbook } from './workbook';

const place = { file: 'f1', sheet: 'feuille-1' };
const event = (gesture: Gesture): DeskEvent => ({ ...gesture, by: 'candidate', t: 0 });
const play = (state: SheetState, ...gestures: Gesture[]): SheetState =>
  gestures.reduce((now, gesture) => sheetModel.reduce(now, event(gesture)), state);
const book = (state: SheetState): Workbook => state.workbooks.f1!;
const sheet = (state: SheetState): Sheet => book(state).sheets[0]!;

function start(rows: readonly (readonly (Scalar | null)[])[]): SheetState {
  const created = fileCreated({
    file: 'f1',
    name: 'Essai.xlsx',
    folder: null,
    kind: 'sheet',
    mediaType: 'x',
    content: {
      sheets: [
        { name: 'Feuil1', rows },
        { name: 'Autre', rows: [['=Feuil1!A3', '=SOMME(Feuil1!A1:A3)']] }
      ]
    }
  });
  return play(sheetModel.open(demoScene()), created);
}

describe('lines', () => {
  const state = start([[1], [2], [3], ['=SOMME(A1:A3)', '=$A$2*A3']]);

  it('inserted rows push references, in every sheet', () => {
    const next = play(state, events.rowsInserted({ ...place, at: 1, count: 2 }));
    expect(sheet(next).rows).toEqual([[1], [], [], [2], [3], ['=SOMME(A1:A5)', '=$A$4*A5']]);
    expect(book(next).sheets[1]!.rows).toEqual([['=Feuil1!A5', '=SOMME(Feuil1!A1:A5)']]);
  });

  it('removed rows shrink ranges and break references', () => {
    const next = play(state, events.rowsRemoved({ ...place, at: 1, count: 1 }));
    expect(sheet(next).rows).toEqual([[1], [3], ['=SOMME(A1:A2)', '=#REF!*A2']]);
  });

  it('columns move with their references, widths and merges', () => {
    const wide = play(
      state,
      events.columnResized({ ...place, column: 0, width: 200 }),
      events.mergesSet({ ...place, merges: [{ r1: 5, c1: 0, r2: 5, c2: 1 }] }),
      events.columnsInserted({ ...place, at: 0, count: 1 })
    );
    expect(sheet(wide).rows[3]).toEqual([null, '=SOMME(B1:B3)', '=$B$2*B3']);
    expect(sheet(wide).widths).toEqual({ 1: 200 });
    expect(sheet(wide).merges).toEqual([{ r1: 5, c1: 1, r2: 5, c2: 2 }]);
  });

  it.each([
    events.rowsRemoved({ ...place, at: 1, count: 2 }),
    events.columnsRemoved({ ...place, at: 0, count: 1 }),
    events.rowsInserted({ ...place, at: 0, count: 3 }),
    events.sheetRenamed({ ...place, name: 'Ventes 2026' }),
    events.formatSet({ ...place, range: { r1: 0, c1: 0, r2: 2, c2: 1 }, style: { bold: true } })
  ])('$type is undone to the same cells', (gesture) => {
    const done = play(state, gesture);
    const shaped = play(done, ...shapeInverse(book(state), gesture));
    const rest = book(state).sheets.flatMap((before, i) => sheetDiff('f1', book(shaped).sheets[i]!, before));
    const undone = play(shaped, ...rest);
    const plain = ({ sheets }: Workbook) =>
      sheets.map(({ name, rows, styles }) => [name, rows, styles.filter(Boolean)]);
    expect(plain(book(done))).not.toEqual(plain(book(state)));
    expect(plain(book(undone))).toEqual(plain(book(state)));
  });
});

it('renaming a sheet is followed by references, removing it breaks them', () => {
  const renamed = play(start([[1]]), events.sheetRenamed({ ...place, name: 'Mars 2026' }));
  expect(book(renamed).sheets[1]!.rows[0]).toEqual(["='Mars 2026'!A3", "=SOMME('Mars 2026'!A1:A3)"]);
  const removed = play(renamed, events.sheetRemoved(place));
  expect(book(removed).sheets[0]!.rows[0]).toEqual(['=#REF!', '=SOMME(#REF!)']);
});

it('copies share the content, and do not follow later edits', () => {
  const frozen = play(
    start([['avant']]),
    fileCopied({ file: 'f1', copy: 'f2', name: 'Essai.xlsx', folder: null, frozen: true }),
    events.cellsChanged({ ...place, cells: [[0, 0, 'après']] })
  );
  expect(frozen.workbooks.f2!.sheets[0]!.rows).toEqual([['avant']]);
  expect(sheet(frozen).rows).toEqual([['après']]);
});

it('only copies the rows that change', () => {
  const before = start([['a'], ['b']]);
  const after = play(before, events.cellsChanged({ ...place, cells: [[1, 0, 'c']] }));
  expect(sheet(after).rows[0]).toBe(sheet(before).rows[0]);
  expect(sheet(before).rows[1]).toEqual(['b']);
});

it('takes a malformed content for an empty workbook', () => {
  const state = play(
    sheetModel.open(demoScene()),
    fileCreated({
      file: 'f1',
      name: 'x',
      folder: null,
      kind: 'sheet',
      mediaType: 'x',
      content: { sheets: 3 }
    })
  );
  expect(book(state).sheets.map(({ name }) => name)).toEqual(['Feuil1']);
});
