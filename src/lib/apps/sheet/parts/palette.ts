/** Colours of cells: part of a document like its words, hence not tokens of the interface. Dark inks, light fills. */
export const FILLS = [
  { name: 'Jaune clair', value: '#fff3c4' },
  { name: 'Vert clair', value: '#dff1e2' },
  { name: 'Bleu clair', value: '#dce8fa' },
  { name: 'Orange clair', value: '#fde3cf' },
  { name: 'Rouge clair', value: '#fadcda' },
  { name: 'Gris clair', value: '#e6e9ee' },
  { name: 'Jaune', value: '#ffd95a' },
  { name: 'Vert', value: '#7fc38f' },
  { name: 'Bleu', value: '#7fa8e6' },
  { name: 'Orange', value: '#f2a35e' },
  { name: 'Rouge', value: '#e5796f' },
  { name: 'Gris', value: '#9aa5b5' }
] as const;
export const INKS = [
  { name: 'Noir', value: '#1b2433' },
  { name: 'Gris', value: '#5f6b80' },
  { name: 'Blanc', value: '#ffffff' },
  { name: 'Bleu', value: '#2450a6' },
  { name: 'Vert', value: '#1f7a4d' },
  { name: 'Rouge', value: '#b3261e' },
  { name: 'Orange', value: '#b65420' },
  { name: 'Violet', value: '#6a4bab' }
] as const;
