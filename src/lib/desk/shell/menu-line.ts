/** One line of a menu of the desk. */
export interface MenuLine {
  readonly label: string;
  /** Its shortcut, or its state, in pale letters on the right. */
  readonly keys?: string;
  /** How many things wait behind it; 0 shows nothing. */
  readonly count?: number;
  readonly disabled?: boolean;
  /** A rule separates it from the line before. */
  readonly after?: 'rule';
  /** Called when the menu is closed and the focus is back on its button. */
  readonly action: () => void;
}
