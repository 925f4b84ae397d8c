import { EditorState } from '@codemirror/state';

/** The words of the editor's own panels. */
export const french = EditorState.phrases.of({
  'Control character': 'Caractère de contrôle',
  'Selection deleted': 'Sélection supprimée',
  'Folded lines': 'Lignes repliées',
  'Unfolded lines': 'Lignes dépliées',
  to: 'à',
  'folded code': 'texte replié',
  unfold: 'déplier',
  'Fold line': 'Replier',
  'Unfold line': 'Déplier',
  'Go to line': 'Aller à la ligne',
  go: 'Aller',
  Find: 'Rechercher',
  Replace: 'Remplacer par',
  next: 'Suivant',
  previous: 'Précédent',
  all: 'Tout',
  'match case': 'Majuscules',
  'by word': 'Mots entiers',
  regexp: 'Expression régulière',
  replace: 'Remplacer',
  'replace all': 'Tout remplacer',
  close: 'Fermer',
  'current match': 'passage trouvé',
  'replaced $ matches': '$ passages remplacés',
  'replaced match on line $': 'passage remplacé à la ligne $',
  'on line': 'à la ligne',
  Completions: 'Propositions',
  Diagnostics: 'Problèmes',
  'No diagnostics': 'Aucun problème'
});
