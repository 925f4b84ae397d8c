import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

export interface Match {
  readonly from: number;
  readonly to: number;
}
interface SearchState {
  readonly query: string;
  readonly matches: readonly Match[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<SearchState>('search');
const EMPTY: SearchState = { query: '', matches: [], decorations: DecorationSet.empty };

/** Occurrences of a text in the paragraphs of a document, whatever the case; typed ' and spaces find ’ and no-break ones. */
export function findMatches(doc: Node, query: string): readonly Match[] {
  const wanted = fold(query);
  if (!wanted) return [];
  const matches: Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = fold(node.textBetween(0, node.content.size, undefined, '\ufffc'));
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: position + 1 + at, to: position + 1 + at + wanted.length });
    }
    return false;
  });
  return matches;
}

const fold = (text: string) =>
  text.replaceAll('’', "'").replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').toLocaleLowerCase('fr');

function search(doc: Node, query: string): SearchState {
  const matches = findMatches(doc, query);
  const marks = matches.map(({ from, to }) => Decoration.inline(from, to, { class: 'found' }));
  return matches.length
    ? { query, matches, decorations: DecorationSet.create(doc, marks) }
    : { ...EMPTY, query };
}

/** Lights the occurrences of the searched text. */
export const searchExtension = Extension.create({
  name: 'search',
  addProseMirrorPlugins: () => [
    new Plugin<SearchState>({
      key,
      state: {
        init: () => EMPTY,
        apply(tr, value) {
          const query = tr.getMeta(key) as string | undefined;
          if (query !== undefined) return query ? search(tr.doc, query) : EMPTY;
          return tr.docChanged && value.query ? search(tr.doc, value.query) : value;
        }
      },
      props: {
        decorations(state) {
          const { doc, selection } = state;
          const { matches, decorations } = key.getState(state) ?? EMPTY;
          const current = matches.find(({ from, to }) => from === selection.from && to === selection.to);
          if (!current) return decorations;
          const mark = Decoration.inline(current.from, current.to, { class: 'found-current' });
          return decorations.add(doc, [mark]);
        }
      }
    })
  ]
});

/** Searches, and says what was found. An empty query puts the lights out. */
export function setQuery(editor: Editor, query: string): readonly Match[] {
  editor.view.dispatch(editor.state.tr.setMeta(key, query));
  return matchesOf(editor);
}

export const matchesOf = (editor: Editor): readonly Match[] => key.getState(editor.state)?.matches ?? [];

/** Selects an occurrence and brings it into view; the focus stays where it is. */
export function showMatch(editor: Editor, match: Match): void {
  const selection = TextSelection.create(editor.state.doc, match.from, match.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection));
  // The editor scrolls to its selection only while it has the focus, which the search field keeps.
  const { node, offset } = editor.view.domAtPos(match.from, 1);
  const place = node.childNodes[offset] ?? node;
  (place instanceof Element ? place : place.parentElement)?.scrollIntoView({ block: 'center' });
}

/** Replaces occurrences, last first, in one undoable edit that keeps the look of what it replaces. */
export function replaceMatches(editor: Editor, matches: readonly Match[], replacement: string): void {
  const tr = editor.state.tr;
  for (const { from, to } of matches.toReversed()) {
    if (replacement) tr.insertText(replacement, from, to);
    else tr.delete(from, to);
  }
  editor.view.dispatch(tr);
}
