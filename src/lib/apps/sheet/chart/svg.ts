import { displayText } from '../format/display';
import type { Chart } from '../workbook';
import { CHART_COLORS, CHART_INK, CHART_LINE, CHART_PAPER } from './colors';
import type { ChartData, ChartSeries } from './data';

/** A rectangle of the drawing, in pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/\p{Cc}/gu, ' ');
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
const color = (index: number): string => CHART_COLORS[index % CHART_COLORS.length]!;
const n = (value: number): string => String(Math.round(value * 100) / 100);

function text(
  x: number,
  y: number,
  words: string,
  options: { size?: number; anchor?: string; more?: string } = {}
) {
  const { size = 12, anchor = 'middle', more = '' } = options;
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" text-anchor="${anchor}" ${more}>${escape(words)}</text>`;
}
const rect = ({ x, y, w, h }: Box, fill: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"/>`;
const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${CHART_LINE}"/>`;

/** Round steps that hold every value and zero: `{ low: 0, high: 60000, step: 10000 }`. */
export function scaleOf(series: readonly ChartSeries[]): { low: number; high: number; step: number } {
  const values = [0, ...series.flatMap((item) => item.values.filter((value) => value !== null))];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const rough = (max - min || 1) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough)!;
  return {
    low: Math.floor(min / step) * step,
    high: max > 0 ? Math.ceil(max / step) * step : min < 0 ? 0 : step,
    step
  };
}

/** The chart as an SVG drawing, for paper without a browser. A pie shows the first series. */
export function chartSvg(chart: Chart, data: ChartData): string {
  const { width, height } = chart.place;
  const pie = chart.kind === 'pie';
  const top = chart.title ? 34 : 10;
  const bottom = (chart.legend ? 26 : 6) + (!pie && horizontalTitle(chart) ? 18 : 0);
  const box: Box = { x: 10, y: top, w: width - 20, h: height - top - bottom };
  const names = pie ? data.labels : data.series.map(({ name }) => name);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Carlito, Libertinus Serif" fill="${CHART_INK}">`,
    rect({ x: 0, y: 0, w: width, h: height }, CHART_PAPER),
    chart.title ? text(width / 2, 22, cut(chart.title, 60), { size: 16, more: 'font-weight="700"' }) : '',
    pie ? slices(box, data) : plot(chart, box, data),
    chart.legend ? legend(names, width, height - 10) : '',
    '</svg>'
  ].join('');
}

const horizontalTitle = ({ kind, xTitle, yTitle }: Chart): string => (kind === 'bar' ? yTitle : xTitle);

function legend(names: readonly string[], width: number, y: number): string {
  const shown = names.slice(0, 8).map((name) => cut(name, 18));
  const sizes = shown.map((name) => 26 + name.length * 6);
  let x = Math.max(6, (width - sizes.reduce((sum, size) => sum + size, 0)) / 2);
  return shown
    .map((name, index) => {
      const at = x;
      x += sizes[index]!;
      return (
        rect({ x: at, y: y - 9, w: 10, h: 10 }, color(index)) + text(at + 14, y, name, { anchor: 'start' })
      );
    })
    .join('');
}

function slices({ x, y, w, h }: Box, { series: [first] }: ChartData): string {
  const values = (first?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const [cx, cy, radius] = [x + w / 2, y + h / 2, Math.min(w, h) / 2 - 4];
  if (values.filter((value) => value > 0).length === 1)
    return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(radius)}" fill="${color(values.findIndex((value) => value > 0))}"/>`;
  let angle = -Math.PI / 2;
  return values
    .map((value, index) => {
      const from = angle;
      angle += total ? (value / total) * 2 * Math.PI : 0;
      const point = (at: number) => `${n(cx + radius * Math.cos(at))} ${n(cy + radius * Math.sin(at))}`;
      const large = angle - from > Math.PI ? 1 : 0;
      return value
        ? `<path d="M${n(cx)} ${n(cy)}L${point(from)}A${n(radius)} ${n(radius)} 0 ${large} 1 ${point(angle)}Z" fill="${color(index)}" stroke="${CHART_PAPER}"/>`
        : '';
    })
    .join('');
}

/** Columns, bars and lines: one axis of labels, one of values. */
function plot(chart: Chart, outer: Box, data: ChartData): string {
  const bars = chart.kind === 'bar';
  const { low, high, step } = scaleOf(data.series);
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
  const tickText = (value: number) => displayText(Number(value.toPrecision(12)), data.format);
  const sideWords = bars ? data.labels.map((label) => cut(label, 20)) : ticks.map(tickText);
  const sideTitle = bars ? chart.xTitle : chart.yTitle;
  const side = 14 + (sideTitle ? 16 : 0) + 6 * Math.max(1, ...sideWords.map(({ length }) => length));
  const box: Box = { x: outer.x + side, y: outer.y + 4, w: outer.w - side - 8, h: outer.h - 26 };
  const share = (value: number) => (value - low) / (high - low);
  const along = (bars ? box.h : box.w) / Math.max(1, data.labels.length);
  const parts = ticks.map((value) => {
    const at = bars ? box.x + share(value) * box.w : box.y + box.h - share(value) * box.h;
    return bars
      ? line(at, box.y, at, box.y + box.h) + text(at, box.y + box.h + 15, tickText(value))
      : line(box.x, at, box.x + box.w, at) + text(box.x - 6, at + 4, tickText(value), { anchor: 'end' });
  });
  data.labels.forEach((label, index) => {
    const middle = (index + 0.5) * along;
    parts.push(
      bars
        ? text(box.x - 6, box.y + middle + 4, cut(label, 20), { anchor: 'end' })
        : text(box.x + middle, box.y + box.h + 15, cut(label, Math.max(3, Math.floor(along / 6.2))))
    );
  });
  data.series.forEach((series, rank) => {
    parts.push(
      chart.kind === 'line'
        ? curve(series, rank, box, along, share)
        : columns(series, rank, data.series.length, bars, box, along, share)
    );
  });
  const under = horizontalTitle(chart);
  if (under) parts.push(text(box.x + box.w / 2, outer.y + outer.h + 12, cut(under, 60)));
  if (sideTitle) {
    const [x, y] = [outer.x + 8, box.y + box.h / 2];
    parts.push(text(x, y, cut(sideTitle, 40), { more: `transform="rotate(-90 ${n(x)} ${n(y)})"` }));
  }
  return parts.join('');
}

function columns(
  { values }: ChartSeries,
  rank: number,
  count: number,
  bars: boolean,
  box: Box,
  along: number,
  share: (value: number) => number
): string {
  const thick = (along * 0.76) / count;
  return values
    .map((value, index) => {
      if (value === null) return '';
      const start = index * along + along * 0.12 + rank * thick;
      const [from, to] = [share(Math.min(0, value)), share(Math.max(0, value))];
      return rect(
        bars
          ? { x: box.x + from * box.w, y: box.y + start, w: (to - from) * box.w, h: thick * 0.94 }
          : { x: box.x + start, y: box.y + box.h * (1 - to), w: thick * 0.94, h: (to - from) * box.h },
        color(rank)
      );
    })
    .join('');
}

function curve(
  { values }: ChartSeries,
  rank: number,
  box: Box,
  along: number,
  share: (value: number) => number
): string {
  let pen = 'M';
  const path = values.map((value, index) => {
    if (value === null) {
      pen = 'M';
      return '';
    }
    const step = `${pen}${n(box.x + (index + 0.5) * along)} ${n(box.y + box.h * (1 - share(value)))}`;
    pen = 'L';
    return step;
  });
  return `<path d="${path.join('')}" fill="none" stroke="${color(rank)}" stroke-width="2"/>`;
}
