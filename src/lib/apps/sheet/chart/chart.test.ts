import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../../tests/builders/demo-scene';
import { treeModel } from '../../../desk/files/model';
import { deskReader } from '../../../desk/fold';
import { displayText } from '../format/display';
import { readWorkbook } from '../content';
import { sheetDiff } from '../edits/diff';
import * as events from '../events';
import { factsOf } from '../facts';
import { editWorkbook } from '../model';
import {
  cellAt,
  chartsOf,
  emptySheet,
  parseRange,
  type Chart,
  type Scalar,
  type Workbook
} from '../workbook';
import { workbookToXlsx } from '../xlsx/write.server';
import { chartData, isDrawable, type CellReader } from './data';
import { chartSvg, scaleOf } from './svg';

const sales: (Scalar | null)[][] = [
  ['Vendeur', 'T1 2025', 'T1 2026'],
  ['Durand', 45_100, 48_250],
  ['Martin', 39_800, 37_200],
  ['Petit', 28_400, 30_150]
];
const workbook = (rows = sales): Workbook => ({ sheets: [{ ...emptySheet('f', 'Ventes'), rows }] });
const reader = (rows: (Scalar | null)[][]): CellReader => ({
  shown: (r, c) => rows[r]?.[c] ?? null,
  displayed: (r, c) => displayText(rows[r]?.[c] ?? null),
  formatOf: () => 'general'
});
const range = (text: string) => parseRange(text)!;
const chart: Chart = {
  id: 'g',
  kind: 'column',
  range: range('A1:C4'),
  title: 'Ventes du trimestre',
  xTitle: 'Vendeur',
  yTitle: 'Euros',
  legend: true,
  place: { x: 320, y: 0, width: 460, height: 300 }
};
const place = { file: 'w', sheet: 'f' };
const edit = (book: Workbook, ...gestures: Parameters<typeof editWorkbook>[1][]): Workbook =>
  gestures.reduce(editWorkbook, book);
const added = () => edit(workbook(), events.chartAdded({ ...place, chart }));

describe('the numbers of a chart', () => {
  it('are columns under their headings, beside their labels', () => {
    const data = chartData(reader(sales), range('A1:C4'));
    expect(data.labels).toEqual(['Durand', 'Martin', 'Petit']);
    expect(data.series.map(({ name, values }) => [name, values])).toEqual([
      ['T1 2025', [45_100, 39_800, 28_400]],
      ['T1 2026', [48_250, 37_200, 30_150]]
    ]);
    expect(data.series[1]?.cells).toEqual(range('C2:C4'));
    expect(data.labelCells).toEqual(range('A2:A4'));
  });

  it('are lines when there are fewer lines than columns', () => {
    const rows = [
      ['', 'janv.', 'févr.', 'mars'],
      ['Ventes', 1, 2, 3]
    ];
    const data = chartData(reader(rows), range('A1:D2'));
    expect(data.labels).toEqual(['janv.', 'févr.', 'mars']);
    expect(data.series.map(({ name, values }) => [name, values])).toEqual([['Ventes', [1, 2, 3]]]);
  });

  it('take years for headings when the corner is empty', () => {
    const rows = [
      ['', 2025, 2026],
      ['Ventes', 10, 12],
      ['Achats', 7, 8]
    ];
    const data = chartData(reader(rows), range('A1:C3'));
    expect(data.series.map(({ name }) => name)).toEqual(['2025', '2026']);
  });

  it('take years for headings under a word, unless every number is one', () => {
    const rows = [
      ['Mois', 2025, 2026],
      ['janvier', 120, 140],
      ['février', 98, 131]
    ];
    const data = chartData(reader(rows), range('A1:C3'));
    expect([data.series.map(({ name }) => name), data.labels]).toEqual([
      ['2025', '2026'],
      ['janvier', 'février']
    ]);
    const births = [
      ['Léa', 1998, 2001],
      ['Paul', 1985, 1990]
    ];
    expect(chartData(reader(births), range('A1:C2')).series[0]?.values).toHaveLength(2);
  });

  it('have no heading when there are only numbers, and none to draw when there is no number', () => {
    const bare = chartData(reader([[1], [2]]), range('A1:A2'));
    expect([bare.labels, bare.series[0]?.name, bare.labelCells]).toEqual([['1', '2'], 'Série 1', null]);
    expect(isDrawable(chartData(reader([['a'], ['b']]), range('A1:A2')))).toBe(false);
  });
});

describe('a chart of a sheet', () => {
  it('is added, changed, moved and removed by events', () => {
    const moved = events.chartMoved({ ...place, chart: 'g', place: { ...chart.place, x: 10 } });
    const changed = events.chartChanged({ ...place, chart: { ...chart, kind: 'pie' } });
    const book = edit(added(), changed, moved);
    // What is changed carries its place too.
    expect(chartsOf(book.sheets[0]!)).toMatchObject([{ kind: 'pie', place: { x: 10 } }]);
    expect(edit(book, events.chartRemoved({ ...place, chart: 'g' })).sheets[0]).toEqual(workbook().sheets[0]);
  });

  it('follows its numbers when lines come before them, and goes with the last of them', () => {
    const lower = edit(added(), events.rowsInserted({ ...place, at: 0, count: 2 }));
    expect(chartsOf(lower.sheets[0]!)[0]?.range).toEqual(range('A3:C6'));
    const gone = edit(lower, events.rowsRemoved({ ...place, at: 2, count: 4 }));
    expect(chartsOf(gone.sheets[0]!)).toEqual([]);
    expect(sheetDiff('w', gone.sheets[0]!, lower.sheets[0]!).map(({ type }) => type)).toContain(
      'sheet.chart-added'
    );
  });

  it('comes with the content of a file; a malformed one does not take the sheet away', () => {
    const [sheet] = readWorkbook({ sheets: [added().sheets[0]] }).sheets;
    expect(chartsOf(sheet!)).toEqual([chart]);
    const [other] = readWorkbook({ sheets: [{ ...workbook().sheets[0], charts: [{ id: 3 }] }] }).sheets;
    expect([chartsOf(other!), cellAt(other!, 1, 0)]).toEqual([[], 'Durand']);
  });

  it('is told to the script', () => {
    const event = { ...events.chartAdded({ ...place, chart }), by: 'candidate', t: 0 } as const;
    const states = { sheet: { workbooks: { w: added() } }, tree: treeModel.open(demoScene()) };
    expect(factsOf(event, deskReader(demoScene(), states))).toEqual([
      {
        fait: 'tableur.graphique',
        fichier: '',
        feuille: 'Ventes',
        type: 'histogramme',
        plage: 'A1:C4',
        titre: 'Ventes du trimestre'
      }
    ]);
  });

  it('is a chart of Excel in the .xlsx, over the same cells', async () => {
    const read = await readXlsx(await workbookToXlsx(added(), 46_098));
    const [made] = read.sheets[0]?.charts ?? [];
    expect(made).toMatchObject({ title: 'Ventes du trimestre', seriesCount: 2 });
    expect(made?.series?.map(({ valuesRef }) => valuesRef?.replaceAll(/[$']/g, ''))).toEqual([
      'Ventes!B2:B4',
      'Ventes!C2:C4'
    ]);
  });
});

describe('a chart on paper without a browser', () => {
  const drawn = (kind: Chart['kind'], rows = sales) =>
    chartSvg({ ...chart, kind, title: 'R & D <2026>' }, chartData(reader(rows), chart.range));

  it('has a column of each number, on round steps', () => {
    const colours = drawn('column').match(/fill="#2450a6"/g) ?? [];
    // Three columns and the square of the legend.
    expect(colours).toHaveLength(4);
    expect(drawn('column')).toContain('>50000<');
    expect(scaleOf(chartData(reader(sales), chart.range).series)).toEqual({
      low: 0,
      high: 50_000,
      step: 10_000
    });
  });

  it('has as many slices as labels, and lets no word be read as markup', () => {
    expect(drawn('pie').match(/<path /g)).toHaveLength(3);
    expect(drawn('pie')).toContain('R &#38; D &#60;2026&#62;');
  });

  it('shows a loss under zero', () => {
    const loss = sales.map((row) => row.map((cell) => (typeof cell === 'number' ? -cell : cell)));
    expect(scaleOf(chartData(reader(loss), chart.range).series)).toMatchObject({ low: -50_000, high: 0 });
    expect(drawn('bar', loss)).not.toContain('width="-');
  });
});
