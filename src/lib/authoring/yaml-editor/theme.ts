import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: 'var(--t-list)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)', padding: 'var(--s-2) 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    backgroundColor: 'var(--paper-2)',
    color: 'var(--ink-3)',
    borderRight: '1px solid var(--line-2)'
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-soft) 35%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--accent-soft)', color: 'var(--accent-ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)'
  },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--paper-3)', border: '0', color: 'var(--ink-2)' },
  '.cm-panels': { backgroundColor: 'var(--paper-2)', color: 'var(--ink)', fontFamily: 'var(--font-ui)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--s-2)',
    padding: 'var(--s-2) 40px var(--s-2) var(--s-3)'
  },
  '.cm-panel.cm-search br': { flexBasis: '100%', content: '""' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--s-1)',
    fontSize: 'var(--t-list)'
  },
  '.cm-textfield': {
    height: 'var(--h-control-small)',
    margin: '0',
    padding: '0 8px',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-1)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--t-list)'
  },
  '.cm-textfield:focus': { borderColor: 'var(--accent)', outline: '2px solid var(--accent-soft)' },
  '.cm-button': {
    height: 'var(--h-control-small)',
    margin: '0',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-1)',
    backgroundColor: 'var(--paper)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--t-list)',
    textTransform: 'none',
    '&:active': { backgroundImage: 'none', backgroundColor: 'var(--paper-3)' }
  },
  '.cm-panel.cm-search [name=close]': { top: '8px', right: '10px', color: 'var(--ink-2)', fontSize: '18px' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-1)',
    backgroundColor: 'var(--paper)',
    boxShadow: 'var(--shadow-window)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-ui)'
  },
  '.cm-explain': { maxWidth: '46ch', padding: 'var(--s-2) var(--s-3)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '15em', fontFamily: 'var(--font-ui)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)'
  },
  '.cm-completionLabel': { fontFamily: 'var(--font-mono)' },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal', opacity: '0.75' },
  '.cm-completionInfo': { maxWidth: '40ch', padding: 'var(--s-2) var(--s-3)' },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--font-ui)', whiteSpace: 'pre-line' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--alert)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn-line)' },
  '.cm-lintRange-error, .cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--alert)',
    textUnderlineOffset: '3px'
  },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--warn-line)' },
  '.cm-lint-marker': {
    width: '10px',
    height: '10px',
    padding: '0',
    margin: '5px 2px',
    borderRadius: '50%',
    content: '""'
  },
  '.cm-lint-marker-error': { backgroundColor: 'var(--alert)' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--warn-line)', borderRadius: '2px' }
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ok)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--violet)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-2)' },
  { tag: [tags.labelName, tags.typeName], color: 'var(--orange)' }
]);

/** Colours by the tokens of the house, so that the editor follows the page's theme and contrast. */
export const theme = [look, syntaxHighlighting(colours)];
