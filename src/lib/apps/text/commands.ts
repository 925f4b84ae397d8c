import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { INDENT_STEP_MM } from './extensions';
import type { Alignment } from './css-values';
import { DEFAULT_FONT, styleOf, type StyleId } from './styles';

/** Changes the attributes of every selected paragraph and heading, in one undoable edit. */
function formatBlocks(
  editor: Editor,
  change: (node: Node) => Readonly<Record<string, unknown>> | null
): void {
  editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      for (const { $from, $to } of state.selection.ranges) {
        state.doc.nodesBetween($from.pos, $to.pos, (node, position) => {
          if (node.type.name !== 'paragraph' && node.type.name !== 'heading') return;
          const attrs = change(node);
          if (!attrs) return;
          for (const [name, value] of Object.entries(attrs)) {
            if (node.attrs[name] !== value) tr.setNodeAttribute(position, name, value);
          }
        });
      }
      return true;
    })
    .run();
}

export const setAlign = (editor: Editor, align: Alignment): void =>
  formatBlocks(editor, () => ({ textAlign: align === 'left' ? null : align }));

export const setLine = (editor: Editor, line: number): void => formatBlocks(editor, () => ({ line }));

/** Gives a paragraph style; direct spacing goes back to the style's own, as in Word. */
export function setStyle(editor: Editor, style: StyleId): void {
  const chain = editor.chain().focus();
  const plain = { before: null, after: null, line: null };
  if (style.startsWith('heading')) {
    const level = Number(style.at(-1)) as 1 | 2 | 3;
    chain.setHeading({ level }).updateAttributes('heading', plain).run();
  } else {
    chain
      .setParagraph()
      .updateAttributes('paragraph', { ...plain, style: style === 'normal' ? null : style })
      .run();
  }
}

/** Deeper or shallower: list level in a list, else the left indent by one tab stop. */
export function indent(editor: Editor, direction: 1 | -1): void {
  if (editor.isActive('listItem')) {
    const chain = editor.chain().focus();
    (direction > 0 ? chain.sinkListItem('listItem') : chain.liftListItem('listItem')).run();
    return;
  }
  formatBlocks(editor, (node) => {
    const current = typeof node.attrs.indent === 'number' ? node.attrs.indent : 0;
    const next = Math.min(150, Math.max(0, current + direction * INDENT_STEP_MM));
    return { indent: next === 0 ? null : next };
  });
}

/** Sets font, size, colour or highlight; `null` returns to the style's own, and a mark with nothing left is removed. */
export function setTextStyle(
  editor: Editor,
  attrs: Partial<Record<'font' | 'size' | 'color' | 'highlight', string | number | null>>
): void {
  const { $from } = editor.state.selection;
  const style = styleOf($from.parent.type.name, $from.parent.attrs);
  const cleaned = Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      (name === 'font' && value === DEFAULT_FONT) || (name === 'size' && value === style.size) ? null : value
    ])
  );
  editor.chain().focus().setMark('textStyle', cleaned).run();
}

export const clearFormats = (editor: Editor): void => {
  editor.chain().focus().unsetAllMarks().run();
};

export const insertText = (editor: Editor, text: string): void => {
  editor.chain().focus().insertContent({ type: 'text', text }).run();
};

/** A page break, and the caret at the top of the new page. Nothing inside a table. */
export function insertPageBreak(editor: Editor): boolean {
  if (editor.isActive('table')) return true;
  return editor
    .chain()
    .focus()
    .insertContent([{ type: 'pageBreak' }, { type: 'paragraph' }])
    .run();
}

/** A table with the caret in its first cell, and always a paragraph after it to write on. */
export function insertTable(editor: Editor, rows: number, cols: number): void {
  editor
    .chain()
    .focus()
    .insertTable({ rows, cols, withHeaderRow: false })
    .command(({ tr }) => {
      if (tr.doc.lastChild?.type.name === 'table') {
        tr.insert(tr.doc.content.size, editor.schema.nodes.paragraph?.create() ?? []);
      }
      return true;
    })
    .run();
}
