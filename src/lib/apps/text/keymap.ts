import { Extension } from '@tiptap/core';
import { indent, insertPageBreak, insertText, setAlign, setLine } from './commands';

/** What shortcuts ask of the window around the editor. */
export interface WindowActions {
  readonly save: () => void;
  readonly find: (replace: boolean) => void;
  readonly print: () => void;
  readonly insertDate: () => void;
  readonly toggleMarks: () => void;
}

/** Word's French shortcuts (Ctrl+G bold, Ctrl+E centre…) and the Tab key, over TipTap's own. */
export const frenchKeys = (actions: WindowActions) =>
  Extension.create({
    name: 'frenchKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      const { editor } = this;
      const done = (action: () => void) => () => {
        action();
        return true;
      };
      return {
        'Mod-g': () => editor.commands.toggleBold(),
        'Mod-e': done(() => setAlign(editor, 'center')),
        'Mod-j': done(() => setAlign(editor, 'justify')),
        'Mod-l': done(() => setAlign(editor, 'left')),
        'Mod-r': done(() => setAlign(editor, 'right')),
        'Mod-Shift-g': done(() => setAlign(editor, 'left')),
        'Mod-Shift-d': done(() => setAlign(editor, 'right')),
        'Mod-m': done(() => indent(editor, 1)),
        'Mod-Shift-m': done(() => indent(editor, -1)),
        'Mod-1': done(() => setLine(editor, 1)),
        'Mod-5': done(() => setLine(editor, 1.5)),
        'Mod-2': done(() => setLine(editor, 2)),
        'Mod-Enter': () => insertPageBreak(editor),
        'Mod-Shift-Space': done(() => insertText(editor, '\u00a0')),
        'Mod-Shift-8': done(actions.toggleMarks),
        'Alt-Shift-d': done(actions.insertDate),
        'Mod-s': done(actions.save),
        'Mod-p': done(actions.print),
        'Mod-f': done(() => actions.find(false)),
        'Mod-h': done(() => actions.find(true)),
        Tab: () => {
          if (editor.isActive('table')) return false;
          if (editor.isActive('listItem')) return editor.commands.sinkListItem('listItem') || true;
          return editor.commands.insertContent({ type: 'text', text: '\t' });
        },
        'Shift-Tab': () => {
          if (editor.isActive('table')) return false;
          indent(editor, -1);
          return true;
        }
      };
    }
  });
