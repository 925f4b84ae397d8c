import type { SheetChart } from 'hucre/xlsx';
import { CHART_COLORS } from '../chart/colors';
import { chartData, type CellReader } from '../chart/data';
import { ROW_HEIGHT } from '../chart/insert';
import { chartsOf, DEFAULT_WIDTH, rangeName, type Chart, type Sheet } from '../workbook';

/** The charts of a sheet as Excel's own, over the same cells. A pie has one series; a chart without numbers is left out. */
export function excelCharts(sheet: Sheet, cells: CellReader): SheetChart[] {
  return chartsOf(sheet).map((chart) => {
    const data = chartData(cells, chart.range);
    const series = chart.kind === 'pie' ? data.series.slice(0, 1) : data.series;
    return {
      type: chart.kind,
      ...(chart.title ? { title: chart.title } : { showTitle: false }),
      legend: chart.legend ? ('bottom' as const) : (false as const),
      series: series.map((line, index) => ({
        name: line.name,
        values: rangeName(line.cells),
        ...(data.labelCells && { categories: rangeName(data.labelCells) }),
        ...(chart.kind !== 'pie' && { color: CHART_COLORS[index % CHART_COLORS.length]!.slice(1) })
      })),
      ...(chart.kind !== 'pie' && {
        axes: {
          x: { majorTickMark: 'none' as const, minorTickMark: 'none' as const, ...titled(chart.xTitle) },
          y: {
            majorTickMark: 'none' as const,
            minorTickMark: 'none' as const,
            gridlines: { major: true },
            ...titled(chart.yTitle)
          }
        }
      }),
      anchor: anchorOf(sheet, chart)
    };
  });
}

const titled = (title: string) => (title ? { title } : {});

/** Cells that the corners of a chart are in. */
function anchorOf(sheet: Sheet, { place: { x, y, width, height } }: Chart): SheetChart['anchor'] {
  const column = (at: number) => {
    let c = 0;
    for (let left = at; c < 255 && left >= (sheet.widths[c] ?? DEFAULT_WIDTH); c++)
      left -= sheet.widths[c] ?? DEFAULT_WIDTH;
    return c;
  };
  const from = { row: Math.floor(y / ROW_HEIGHT), col: column(x) };
  return {
    from,
    to: {
      row: Math.max(from.row + 5, Math.floor((y + height) / ROW_HEIGHT)),
      col: Math.max(from.col + 2, column(x + width))
    }
  };
}
