import type { Option } from '../form-at';

/** The order in which the format writes the keys of a line and of an answer. */
export const LINE_KEYS = ['dit', 'audio', 'langue', 'remet', 'choix', 'saisie', 'fin'] as const;
export const CHOICE_KEYS = ['id', 'texte', 'action', 'poste', 'pour', 'si', 'vers'] as const;

const MESSAGE: Option = { value: 'message', label: 'Fiche de message' };

/** What the candidate may do instead of speaking, by channel. */
export const ACTIONS_BY_CHANNEL: Readonly<Record<string, readonly Option[]>> = {
  appel: [MESSAGE, { value: 'transfert', label: 'Transfert' }],
  visite: [
    MESSAGE,
    { value: 'registre', label: 'Registre' },
    { value: 'prevenir', label: 'Prévenir quelqu’un' }
  ],
  discussion: []
};
