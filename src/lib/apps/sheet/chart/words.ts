import type { Chart, ChartKind } from '../workbook';

/** Names of the kinds, as the ribbon of a French Excel has them. */
export const CHART_WORDS: Readonly<Record<ChartKind, string>> = {
  column: 'Histogramme',
  bar: 'Barres',
  line: 'Courbe',
  pie: 'Secteurs'
};

/** `Ventes par trimestre, histogramme`: what a chart is called when it cannot be seen. */
export const chartName = ({ title, kind }: Pick<Chart, 'title' | 'kind'>): string =>
  `${title || 'Graphique sans titre'}, ${CHART_WORDS[kind].toLocaleLowerCase('fr')}`;
