/** One command of a menu. `checked` draws a tick, `hint` is its shortcut. */
export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  readonly run: () => unknown;
}
