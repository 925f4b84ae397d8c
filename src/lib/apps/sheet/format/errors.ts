const MEANINGS: Readonly<Record<string, string>> = {
  '#NOM?': 'fonction ou nom inconnu. Vérifiez l’orthographe\u00a0; un texte se met entre guillemets.',
  '#DIV/0!': 'division par zéro ou par une cellule vide.',
  '#VALEUR!': 'un texte se trouve là où un nombre est attendu.',
  '#REF!': 'la formule vise une cellule qui n’existe plus.',
  '#N/A': 'valeur introuvable.',
  '#NOMBRE!': 'nombre hors des limites du calcul.',
  '#CYCLE!': 'la formule dépend d’elle-même.',
  '#EPARS!': 'le résultat n’a pas la place de s’étendre.',
  '#ERREUR!': 'formule incomplète ou mal écrite.'
};

/** What an error value means, in French, or `null` for a word that is not one. */
export function meaningOf(error: string): string | null {
  const meaning = MEANINGS[error];
  return meaning === undefined ? null : `${error}\u00a0: ${meaning}`;
}
