import { clearFormats, insertPageBreak, insertText, setLine, setTextStyle } from './commands';
import type { Formats } from './formats';
import type { MenuItem } from './menu-item';
import type { Editor } from './vendor';

/** What menus ask of the window. */
export interface MenuActions {
  readonly newDocument: () => void;
  readonly saveAs: () => void;
  readonly print: () => void;
  readonly find: (replace: boolean) => void;
  readonly insertTable: () => void;
  readonly insertImage: () => void;
  readonly insertDate: () => void;
  readonly insertSpecial: () => void;
  readonly toggleMarks: () => void;
  readonly toggleAssistance: () => void;
}
interface Shown {
  readonly editor: Editor;
  readonly formats: Formats;
  readonly assisted: boolean;
  readonly actions: MenuActions;
}
type Groups = readonly (readonly MenuItem[])[];

export const fileGroups = ({ actions, assisted }: Shown): Groups => [
  [
    { label: 'Nouveau document…', run: actions.newDocument },
    { label: 'Enregistrer sous…', run: actions.saveAs }
  ],
  [{ label: 'Imprimer…', hint: 'Ctrl+P', run: actions.print }],
  [
    { label: 'Rechercher…', hint: 'Ctrl+F', run: () => actions.find(false) },
    { label: 'Remplacer…', hint: 'Ctrl+H', run: () => actions.find(true) }
  ],
  [{ label: 'Typographie française automatique', checked: assisted, run: actions.toggleAssistance }]
];

export const lineGroups = ({ editor, formats }: Shown): Groups => [
  [
    ['1', 1, 'Ctrl+1'],
    ['1,08', 1.08, ''],
    ['1,15', 1.15, ''],
    ['1,5', 1.5, 'Ctrl+5'],
    ['2', 2, 'Ctrl+2']
  ].map(([label, line, hint]) => ({
    label: String(label),
    hint: String(hint),
    checked: formats.line === line,
    run: () => setLine(editor, Number(line))
  }))
];

export function tableGroups({ editor, formats, actions }: Shown): Groups {
  const inTable = formats.inTable;
  const item = (
    label: string,
    command: (chain: ReturnType<Editor['chain']>) => { run(): boolean }
  ): MenuItem => ({
    label,
    disabled: !inTable,
    run: () => command(editor.chain().focus()).run()
  });
  return [
    [{ label: 'Insérer un tableau…', disabled: inTable, run: actions.insertTable }],
    [
      item('Ligne au-dessus', (chain) => chain.addRowBefore()),
      item('Ligne au-dessous', (chain) => chain.addRowAfter()),
      item('Colonne à gauche', (chain) => chain.addColumnBefore()),
      item('Colonne à droite', (chain) => chain.addColumnAfter())
    ],
    [
      item('Fusionner ou fractionner les cellules', (chain) => chain.mergeOrSplit()),
      item('Ligne d’en-tête', (chain) => chain.toggleHeaderRow())
    ],
    [
      item('Supprimer la ligne', (chain) => chain.deleteRow()),
      item('Supprimer la colonne', (chain) => chain.deleteColumn()),
      item('Supprimer le tableau', (chain) => chain.deleteTable())
    ]
  ];
}

export const insertGroups = ({ editor, formats, actions }: Shown): Groups => [
  [
    { label: 'Image du poste…', run: actions.insertImage },
    { label: 'Saut de page', hint: 'Ctrl+Entrée', run: () => insertPageBreak(editor) },
    { label: 'Date du jour', hint: 'Alt+Maj+D', run: actions.insertDate },
    { label: 'Caractères spéciaux…', run: actions.insertSpecial },
    { label: 'Espace insécable', hint: 'Ctrl+Maj+Espace', run: () => insertText(editor, '\u00a0') }
  ],
  [
    {
      label: 'Exposant',
      checked: formats.superscript,
      run: () => editor.chain().focus().toggleMark('superscript').run()
    },
    {
      label: 'Indice',
      checked: formats.subscript,
      run: () => editor.chain().focus().toggleMark('subscript').run()
    },
    { label: 'Barré', checked: formats.strike, run: () => editor.chain().focus().toggleStrike().run() }
  ],
  [
    { label: 'Police par défaut', run: () => setTextStyle(editor, { font: null, size: null }) },
    { label: 'Effacer la mise en forme', run: () => clearFormats(editor) }
  ]
];
