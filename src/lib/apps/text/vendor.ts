import { Editor, Extension } from '@tiptap/core';
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { Step } from '@tiptap/pm/transform';
import { documentExtensions, type ImageOptions } from './extensions';
import { frenchKeys, type WindowActions } from './keymap';
import { docOf, type DocJson } from './schema';
import { searchExtension } from './search';
import { typingAssistance } from './typing';

export type { Editor } from '@tiptap/core';

/** What an editor needs from its window. */
export interface EditorHost extends ImageOptions {
  readonly element: HTMLElement;
  readonly doc: DocJson;
  readonly label: string;
  readonly editable: boolean;
  readonly actions: WindowActions;
  readonly assisted: () => boolean;
  /** Steps of an edit made here (never of `follow`). */
  readonly onSteps: (steps: readonly Step[]) => void;
  /** After any change of content or selection. */
  readonly onState: (state: EditorState) => void;
  readonly onBlur: () => void;
}

const EXTERNAL = 'external';

/** Paragraph marks: a class on the editor draws them; typing spaces needs no decoration. */
const silentPaste = Extension.create({
  name: 'plainDrop',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          dragover: (_, event) => refuseFiles(event),
          drop: (_, event) => refuseFiles(event)
        }
      }
    })
  ]
});

/** Nothing is imported from outside: files dropped on the page are refused. */
function refuseFiles(event: DragEvent): boolean {
  if (!event.dataTransfer?.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}

/** The editor in its page. */
export function createEditor(host: EditorHost): Editor {
  return new Editor({
    element: host.element,
    extensions: [
      ...documentExtensions({ blobUrl: host.blobUrl }),
      frenchKeys(host.actions),
      typingAssistance(host.assisted),
      searchExtension,
      silentPaste
    ],
    content: host.doc as object,
    editable: host.editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        class: 'text-document',
        role: 'textbox',
        'aria-label': host.label,
        'aria-multiline': 'true',
        spellcheck: 'false',
        lang: 'fr'
      }
    },
    onTransaction({ editor, transaction, appendedTransactions }) {
      const edits = [transaction, ...appendedTransactions].filter((tr) => tr.docChanged);
      if (!transaction.getMeta(EXTERNAL)) {
        for (const edit of edits) host.onSteps(edit.steps);
      }
      host.onState(editor.state);
    },
    onBlur: host.onBlur
  });
}

/** Brings the editor to a document changed elsewhere: only the part that differs is replaced, and nothing is recorded. */
export function follow(editor: Editor, json: DocJson): void {
  const { state } = editor;
  const next = state.schema.nodeFromJSON(docOf(json).toJSON());
  const start = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const tr = state.tr
    .replace(start, end.a + overlap, next.slice(start, end.b + overlap))
    .setMeta(EXTERNAL, true)
    .setMeta('addToHistory', false);
  if (!tr.doc.eq(next)) tr.replaceWith(0, tr.doc.content.size, next.content);
  editor.view.dispatch(tr);
}

/** Puts the caret at the start of the document. */
export function caretAtStart(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.atStart(editor.state.doc)));
  editor.view.focus();
}
