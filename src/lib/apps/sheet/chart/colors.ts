/** Colours of the series, in order, far enough from each other in grey too. */
export const CHART_COLORS: readonly string[] = [
  '#2450a6',
  '#e09a2b',
  '#1f7a4d',
  '#b3261e',
  '#6a4bab',
  '#5f9bd6',
  '#8a5000'
];
export const CHART_INK = '#1b2433';
export const CHART_LINE = '#d9dfe8';
/** Between the slices of a pie. */
export const CHART_PAPER = '#ffffff';
