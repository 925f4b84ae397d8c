import { TableView } from '@tiptap/extension-table';
import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** TipTap's table, with the mark of layout tables (`borders: false`) on the element, where the styles look for it. */
export class BorderedTableView extends TableView {
  constructor(node: Node, cellMinWidth: number, view?: EditorView) {
    super(node, cellMinWidth, view);
    this.#mark(node);
  }

  override update(node: Node): boolean {
    const kept = super.update(node);
    if (kept) this.#mark(node);
    return kept;
  }

  #mark(node: Node): void {
    if (node.attrs.borders === false) this.table.dataset.borders = 'none';
    else delete this.table.dataset.borders;
  }
}
