/** Colours of text, by their French names; `null` is the automatic one. */
export const TEXT_COLORS = [
  { name: 'Automatique', value: null },
  { name: 'Noir', value: '#000000' },
  { name: 'Gris foncé', value: '#595959' },
  { name: 'Rouge foncé', value: '#c00000' },
  { name: 'Rouge', value: '#e00000' },
  { name: 'Orange', value: '#c55a11' },
  { name: 'Vert', value: '#2e6b3e' },
  { name: 'Vert clair', value: '#548235' },
  { name: 'Bleu', value: '#0563c1' },
  { name: 'Bleu foncé', value: '#1f3763' },
  { name: 'Bleu-gris', value: '#2f5496' },
  { name: 'Violet', value: '#7030a0' },
  { name: 'Brun', value: '#7f4f24' }
] as const;

/** Colours of the highlighter. */
export const HIGHLIGHTS = [
  { name: 'Aucun surlignage', value: null },
  { name: 'Jaune', value: '#ffff00' },
  { name: 'Vert vif', value: '#a9f5a9' },
  { name: 'Turquoise', value: '#a0f0f0' },
  { name: 'Rose', value: '#ffc0e0' },
  { name: 'Orange clair', value: '#ffd9a0' },
  { name: 'Gris clair', value: '#d9d9d9' }
] as const;

/** Characters that a French keyboard lacks, with their names. */
export const SPECIAL_CHARACTERS = [
  { label: 'É', name: 'E accent aigu majuscule', text: 'É' },
  { label: 'È', name: 'E accent grave majuscule', text: 'È' },
  { label: 'À', name: 'A accent grave majuscule', text: 'À' },
  { label: 'Ç', name: 'C cédille majuscule', text: 'Ç' },
  { label: 'Ô', name: 'O accent circonflexe majuscule', text: 'Ô' },
  { label: 'œ', name: 'E dans l’o', text: 'œ' },
  { label: 'Œ', name: 'E dans l’o majuscule', text: 'Œ' },
  { label: 'æ', name: 'E dans l’a', text: 'æ' },
  { label: '«', name: 'Guillemet ouvrant', text: '«\u00a0' },
  { label: '»', name: 'Guillemet fermant', text: '\u00a0»' },
  { label: '–', name: 'Tiret demi-cadratin', text: '–' },
  { label: '—', name: 'Tiret cadratin', text: '—' },
  { label: '…', name: 'Points de suspension', text: '…' },
  { label: '€', name: 'Euro', text: '€' },
  { label: '°', name: 'Degré', text: '°' },
  { label: '²', name: 'Carré', text: '²' },
  { label: '½', name: 'Un demi', text: '½' },
  { label: '×', name: 'Multiplié', text: '×' },
  { label: '•', name: 'Puce', text: '•' },
  { label: '☎', name: 'Téléphone', text: '☎' },
  { label: '☐', name: 'Case à cocher', text: '☐' },
  { label: '☑', name: 'Case cochée', text: '☑' },
  { label: '→', name: 'Flèche', text: '→' },
  { label: '§', name: 'Paragraphe', text: '§' }
] as const;
