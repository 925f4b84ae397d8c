/** How the applications show on the taskbar, from the roomiest to the tightest. */
export type TaskbarLayout = 'labels' | 'running-labels' | 'icons' | 'menu';

export interface TaskbarItem {
  readonly title: string;
  readonly running: boolean;
  readonly pill: boolean;
  /** Keeps its label in every layout: handing in is never a mere icon. */
  readonly lasting: boolean;
}

const ICON = 44;
/** Mean width of a character of the interface face at 14 px, semi-bold, a little generous. */
const CHARACTER = 7.6;

const labelled = (item: TaskbarItem) => 42 + item.title.length * CHARACTER + (item.pill ? 32 : 0);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The roomiest layout whose items all fit in `width` px. */
export function taskbarLayout(items: readonly TaskbarItem[], width: number): TaskbarLayout {
  if (sum(items.map(labelled)) <= width) return 'labels';
  const bare = (item: TaskbarItem) => (item.lasting ? labelled(item) : ICON + (item.pill ? 22 : 0));
  if (sum(items.map((item) => (item.running ? labelled(item) : bare(item)))) <= width)
    return 'running-labels';
  return sum(items.map(bare)) <= width ? 'icons' : 'menu';
}
