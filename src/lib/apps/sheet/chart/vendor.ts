/** The one file that knows Chart.js: it comes with the first chart only. */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
  type ChartConfiguration
} from 'chart.js';
import { displayText } from '../format/display';
import type { Chart } from '../workbook';
import { CHART_COLORS, CHART_INK, CHART_LINE, CHART_PAPER } from './colors';
import type { ChartData } from './data';

ChartJs.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip
);

const FONT = "'Carlito', 'Calibri', sans-serif";
/** Pixels of the canvas to one of the page, so that a printed chart is sharp. */
const SHARPNESS = 2;

type Look = Pick<Chart, 'kind' | 'title' | 'xTitle' | 'yTitle' | 'legend'>;

/** What Chart.js is told of a chart. A pie shows the first series. */
function configuration(look: Look, data: ChartData): ChartConfiguration<'bar' | 'line' | 'pie'> {
  const pie = look.kind === 'pie';
  const series = pie ? data.series.slice(0, 1) : data.series;
  const color = (index: number) => CHART_COLORS[index % CHART_COLORS.length]!;
  const horizontal = look.kind === 'bar';
  const [labelAxis, valueAxis] = horizontal ? (['y', 'x'] as const) : (['x', 'y'] as const);
  const title = (text: string) => ({
    display: text !== '',
    text,
    color: CHART_INK,
    font: { family: FONT, size: 13 }
  });
  const ticks = { color: CHART_INK, font: { family: FONT, size: 12 } };
  const scales = {
    [labelAxis]: { title: title(look.xTitle), ticks, grid: { display: false } },
    [valueAxis]: {
      title: title(look.yTitle),
      beginAtZero: look.kind !== 'line',
      grid: { color: CHART_LINE },
      ticks: { ...ticks, callback: (value: string | number) => displayText(Number(value), data.format) }
    }
  };
  return {
    type: look.kind === 'line' ? 'line' : pie ? 'pie' : 'bar',
    data: {
      labels: [...data.labels],
      datasets: series.map((line, index) => ({
        label: line.name,
        data: line.values.map((value) => (value === null ? Number.NaN : value)),
        backgroundColor: pie ? line.values.map((_, slice) => color(slice)) : color(index),
        borderColor: pie ? CHART_PAPER : color(index),
        borderWidth: look.kind === 'line' ? 2 : pie ? 1 : 0
      }))
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: SHARPNESS,
      locale: 'fr-FR',
      indexAxis: horizontal ? 'y' : 'x',
      layout: { padding: 8 },
      plugins: {
        title: { ...title(look.title), font: { family: FONT, size: 16, weight: 'bold' } },
        legend: {
          display: look.legend,
          position: 'bottom',
          labels: { color: CHART_INK, boxWidth: 14, font: { family: FONT, size: 13 } }
        },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const line = series[datasetIndex];
              return line
                ? `${pie ? data.labels[dataIndex] : line.name}\u00a0: ${line.texts[dataIndex]}`
                : '';
            }
          }
        }
      },
      ...(pie ? {} : { scales })
    }
  };
}

/** A chart drawn in a canvas, which it fills and follows. */
export class DrawnChart {
  #chart: ChartJs<'bar' | 'line' | 'pie'>;
  readonly #canvas: HTMLCanvasElement;

  constructor(canvas: HTMLCanvasElement, look: Look, data: ChartData) {
    this.#canvas = canvas;
    this.#chart = new ChartJs(canvas, configuration(look, data));
  }

  show(look: Look, data: ChartData): void {
    this.#chart.destroy();
    this.#chart = new ChartJs(this.#canvas, configuration(look, data));
  }

  destroy(): void {
    this.#chart.destroy();
  }
}
