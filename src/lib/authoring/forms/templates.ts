import type { CONTENTS } from '../../scenario/format-channels';
import type { Plain } from '../document/yaml-edit';

export type Content = (typeof CONTENTS)[number];

/** Channels in French, in the order of the menu. */
export const CONTENT_WORDS: Readonly<Record<Content, string>> = {
  courriel: 'Courriel',
  appel: 'Appel',
  discussion: 'Message instantané',
  visite: 'Visite',
  pli: 'Courrier papier',
  depot: 'Document déposé',
  agenda: 'Changement d’agenda',
  commandes: 'Écriture commerciale',
  annonce: 'Annonce'
};

const dialogue: Plain = {
  debut: {
    dit: 'Bonjour.',
    choix: [{ id: 'repondre', texte: 'Bonjour, que puis-je pour vous\u00a0?', vers: 'fin' }]
  },
  fin: { dit: 'Merci, au revoir.', fin: 'termine' }
};

/** The content that a new event of a channel begins with: as little as the format asks, ready to be changed. */
export function newContent(content: Content, person: string, piece: string, storyDay: string): Plain {
  switch (content) {
    case 'courriel':
      return { de: person, objet: 'Objet du message', corps: 'Bonjour,\n\nTexte du message.\n' };
    case 'appel':
      return { de: person, sonnerie: '40 s', messagerie: 'Bonjour, rappelez-moi.', dialogue };
    case 'discussion':
      return { de: person, patience: '5 min', dialogue };
    case 'visite':
      return { de: person, apparence: 'Un visiteur', patience: '5 min', dialogue };
    case 'pli':
      return { expediteur: 'Expéditeur', destinataire: 'Destinataire', contenu: [piece] };
    case 'depot':
      return { par: person, piece };
    case 'agenda':
      return {
        par: person,
        ajoute: { titre: 'Réunion', calendriers: [], debut: `${storyDay} 14:00`, fin: `${storyDay} 15:00` }
      };
    case 'commandes':
      return { par: person, note: { client: '', texte: 'Note' } };
    case 'annonce':
      return { titre: 'Annonce', texte: 'Texte de l’annonce.' };
  }
}

/** A free identifier close to a wish: `appel`, `appel_2`. */
export function freeId(wish: string, taken: readonly string[]): string {
  if (!taken.includes(wish)) return wish;
  const base = wish.replace(/_\d+$/, '');
  for (let number = 2; ; number++) if (!taken.includes(`${base}_${number}`)) return `${base}_${number}`;
}
