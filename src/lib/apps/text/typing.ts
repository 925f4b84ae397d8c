import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { typographicEdit } from './typography';

/** Applies the typography rules to what is typed, while `enabled` says so. */
export const typingAssistance = (enabled: () => boolean) =>
  Extension.create({
    name: 'typingAssistance',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleTextInput(view, from, to, text) {
            if (!enabled() || text.length !== 1) return false;
            const $from = view.state.doc.resolve(from);
            const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
            const edit = typographicEdit(before, text);
            if (!edit) return false;
            view.dispatch(view.state.tr.insertText(edit.insert, from - edit.back, to).scrollIntoView());
            return true;
          }
        }
      })
    ]
  });
