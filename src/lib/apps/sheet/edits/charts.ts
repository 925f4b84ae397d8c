import { MAX_CHARTS } from '../schemas';
import { chartsOf, type Chart, type ChartPlace, type Sheet } from '../workbook';

const withCharts = (sheet: Sheet, charts: readonly Chart[]): Sheet => {
  const { charts: _, ...rest } = sheet;
  return charts.length ? { ...rest, charts } : rest;
};

/** The sheet with one more chart; unchanged when its id is taken or the sheet is full of them. */
export function addChart(sheet: Sheet, chart: Chart): Sheet {
  const charts = chartsOf(sheet);
  const refused = charts.length >= MAX_CHARTS || charts.some(({ id }) => id === chart.id);
  return refused ? sheet : withCharts(sheet, [...charts, chart]);
}

/** The sheet with a chart as it is now; unchanged when it has none of this id. */
export function changeChart(sheet: Sheet, chart: Chart): Sheet {
  const charts = chartsOf(sheet);
  return charts.some(({ id }) => id === chart.id)
    ? withCharts(
        sheet,
        charts.map((item) => (item.id === chart.id ? chart : item))
      )
    : sheet;
}

export function moveChart(sheet: Sheet, id: string, place: ChartPlace): Sheet {
  const chart = chartsOf(sheet).find((item) => item.id === id);
  return chart ? changeChart(sheet, { ...chart, place }) : sheet;
}

export function removeChart(sheet: Sheet, id: string): Sheet {
  const charts = chartsOf(sheet);
  const rest = charts.filter((chart) => chart.id !== id);
  return rest.length === charts.length ? sheet : withCharts(sheet, rest);
}
