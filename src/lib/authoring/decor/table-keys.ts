const CONTROLS = 'input:not([type="hidden"]), select, textarea, button';

/** Puts the focus in a cell of a table, by its row of `data-row` and its column; false when there is none. */
export function stepTo(frame: HTMLElement, row: number, column: number): boolean {
  const line = frame.querySelector<HTMLTableRowElement>(`tr[data-row="${row}"]`);
  const control = line?.cells[column]?.querySelector<HTMLElement>(CONTROLS);
  if (!control) return false;
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
  return true;
}

/** Rows that a key goes up or down in a cell: Enter and the arrows of a one-line field; 0 when the key is the field’s own. */
export function rowsMoved(key: string, control: Element): -1 | 0 | 1 {
  if (!(control instanceof HTMLInputElement) || control.type === 'checkbox' || control.type === 'color')
    return 0;
  return key === 'Enter' || key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}
