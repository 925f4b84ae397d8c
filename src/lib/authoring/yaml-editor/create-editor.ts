import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers
} from '@codemirror/view';
import type { Problem } from '../../scenario/problem';
import { completeYaml, explainYaml, type Surroundings } from './assist';
import { french } from './french';
import { hangingIndent } from './hanging-indent';
import { theme } from './theme';

/** What the editor is made with. */
export interface EditorStart extends Surroundings {
  readonly text: string;
  readonly readOnly: boolean;
  readonly onchange: (text: string) => void;
  readonly onblur: () => void;
}

/** The editor of one file, for the page around it. */
export interface YamlEditor {
  /** Puts a text that changed elsewhere (undo, a form); the cursor stays where it can. */
  setText(text: string): void;
  /** Marks what the checker says of this file. */
  setProblems(problems: readonly Problem[]): void;
  /** Goes to a line, from 1, and takes the focus. */
  goTo(line: number, column?: number): void;
  destroy(): void;
}

/**
 * Makes an editor in `parent`, inside a shadow root: there its styles are adopted style sheets, which the page's content
 * security policy lets pass, and the page's own styles stay out.
 */
export function createYamlEditor(parent: HTMLElement, start: EditorStart): YamlEditor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const place = document.createElement('div');
  place.style.height = '100%';
  root.replaceChildren(place);
  let coming = false;
  const view = new EditorView({
    root,
    parent: place,
    state: EditorState.create({
      doc: start.text,
      extensions: [
        ...[lineNumbers(), foldGutter(), lintGutter(), highlightSpecialChars(), drawSelection()],
        ...[
          history(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          highlightActiveLineGutter()
        ],
        ...[
          highlightSelectionMatches(),
          search({ top: true }),
          yaml(),
          indentUnit.of('  '),
          EditorView.lineWrapping,
          hangingIndent
        ],
        autocompletion({ override: [completeYaml(start)], icons: false }),
        explainYaml(start),
        keymap.of([
          ...[...completionKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap],
          ...[...defaultKeymap, indentWithTab]
        ]),
        ...[theme, french, EditorState.readOnly.of(start.readOnly)],
        EditorView.contentAttributes.of({ 'aria-label': `Texte de ${start.file}`, tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !coming) start.onchange(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => start.onblur() })
      ]
    })
  });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      coming = true;
      view.dispatch({ changes: smallestChange(view.state.doc.toString(), text) });
      coming = false;
    },
    setProblems(problems) {
      view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state, problems)));
    },
    goTo(line, column = 1) {
      const target = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const at = Math.min(target.to, target.from + column - 1);
      view.dispatch({
        selection: EditorSelection.cursor(at),
        effects: EditorView.scrollIntoView(at, { y: 'center' })
      });
      view.focus();
    },
    destroy: () => view.destroy()
  };
}

/** The stretch that differs, so that the cursor and the folds outside of it stay. */
function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}

function diagnosticsOf(state: EditorState, problems: readonly Problem[]): readonly Diagnostic[] {
  return problems
    .filter(({ line }) => line <= state.doc.lines)
    .map(({ line: number, column, severity, message, fix, code }): Diagnostic => {
      const line = state.doc.line(number);
      const from = Math.min(line.to, line.from + column - 1);
      const word = /^[^\s,}\]]+/.exec(state.sliceDoc(from, line.to))?.[0].length ?? 0;
      return {
        from,
        to: Math.min(line.to, from + word),
        severity: severity === 'erreur' ? 'error' : 'warning',
        message: `${message}\n${fix}`,
        source: code
      };
    })
    .sort((left, right) => left.from - right.from);
}
