import type { Mark } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { safeAlignment, type Alignment } from './css-values';
import { DEFAULT_FONT, styleOf, type StyleId } from './styles';

/** What the toolbar shows for the selection. */
export interface Formats {
  readonly style: StyleId;
  readonly font: string;
  readonly size: number;
  readonly color: string | null;
  readonly highlight: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly superscript: boolean;
  readonly subscript: boolean;
  readonly align: Alignment;
  readonly line: number;
  readonly list: 'bulletList' | 'orderedList' | null;
  readonly inTable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Marks that the next typed character would carry, or those of the first selected character. */
function marksAt(state: EditorState): readonly Mark[] {
  const { selection, storedMarks, doc } = state;
  if (selection.empty) return storedMarks ?? selection.$from.marks();
  let marks: readonly Mark[] | null = null;
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (node.isText) marks ??= node.marks;
    return marks === null;
  });
  return marks ?? selection.$from.marks();
}

export function formatsOf(state: EditorState): Formats {
  const { $from } = state.selection;
  const marks = marksAt(state);
  const has = (name: string) => marks.some((mark) => mark.type.name === name);
  const text = marks.find((mark) => mark.type.name === 'textStyle')?.attrs ?? {};
  const { type, attrs } = $from.parent;
  const style = styleOf(type.name, attrs);
  let list: Formats['list'] = null;
  for (let depth = $from.depth; depth > 0 && !list; depth--) {
    const name = $from.node(depth).type.name;
    if (name === 'bulletList' || name === 'orderedList') list = name;
  }
  return {
    style: style.id,
    font: typeof text.font === 'string' ? text.font : DEFAULT_FONT,
    size: typeof text.size === 'number' ? text.size : style.size,
    color: typeof text.color === 'string' ? text.color : null,
    highlight: typeof text.highlight === 'string' ? text.highlight : null,
    bold: has('bold'),
    italic: has('italic'),
    underline: has('underline'),
    strike: has('strike'),
    superscript: has('superscript'),
    subscript: has('subscript'),
    align: safeAlignment(attrs.textAlign) ?? 'left',
    line: typeof attrs.line === 'number' ? attrs.line : style.line,
    list,
    inTable: isInTable(state),
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0
  };
}
