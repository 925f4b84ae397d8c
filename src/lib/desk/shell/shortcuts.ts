import type { Arrow } from './geometry';

/** What a key asks of the desk. The keys are ones that neither browsers nor office habits use. */
export type DeskCommand =
  | { readonly do: 'help' }
  | { readonly do: 'switch'; readonly back: boolean }
  | { readonly do: 'arrow'; readonly arrow: Arrow }
  | { readonly do: 'menu' }
  | { readonly do: 'close' }
  | { readonly do: 'show-desk' }
  | { readonly do: 'next-region'; readonly back: boolean };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  /** Physical key: ² of a French keyboard is `Backquote`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const ARROWS: Readonly<Partial<Record<string, Arrow>>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down'
};

/** The command of a key press, `null` when the desk leaves it to the app. */
export function deskCommand({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyPress): DeskCommand | null {
  if (metaKey) return null;
  if (!ctrlKey && !altKey) {
    if (key === 'F1' && !shiftKey) return { do: 'help' };
    if (key === 'F6') return { do: 'next-region', back: shiftKey };
    return null;
  }
  if (ctrlKey && !altKey)
    return code === 'Backquote' || key === '²' ? { do: 'switch', back: shiftKey } : null;
  if (!ctrlKey || shiftKey) return null;
  const arrow = ARROWS[key];
  if (arrow) return { do: 'arrow', arrow };
  if (key === 'Enter') return { do: 'menu' };
  if (code === 'KeyF') return { do: 'close' };
  if (code === 'KeyB') return { do: 'show-desk' };
  return null;
}

/** The lines of « Aide clavier ». */
export const KEYBOARD_HELP: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, effect: string])[];
}[] = [
  {
    title: 'Passer d’une fenêtre à l’autre',
    keys: [
      ['Ctrl+²', 'Fenêtre suivante (garder Ctrl, répéter ² ; Maj pour revenir)'],
      ['F6', 'Fenêtre, barre des tâches, icônes, notifications, tour à tour'],
      ['Ctrl+Alt+B', 'Montrer le bureau']
    ]
  },
  {
    title: 'Placer la fenêtre',
    keys: [
      ['Ctrl+Alt+←\u00a0\u00a0→', 'Moitié gauche, moitié droite'],
      ['Ctrl+Alt+↑', 'Agrandir, ou quart du haut depuis une moitié'],
      ['Ctrl+Alt+↓', 'Taille normale, quart du bas, réduire'],
      ['Ctrl+Alt+Entrée', 'Menu de la fenêtre : déplacer, dimensionner, quarts'],
      ['Ctrl+Alt+F', 'Fermer la fenêtre']
    ]
  },
  {
    title: 'Téléphone et accueil',
    keys: [
      ['Ctrl+Alt+D', 'Décrocher'],
      ['Ctrl+Alt+S', 'Laisser sonner'],
      ['Ctrl+Alt+P', 'Mettre l’appel en attente, ou le reprendre'],
      ['Ctrl+Alt+V', 'Accueillir la personne qui attend']
    ]
  },
  {
    title: 'Partout',
    keys: [
      ['F1', 'Cette aide'],
      ['Tab, Maj+Tab', 'Élément suivant, précédent'],
      ['Entrée', 'Ouvrir l’icône choisie'],
      ['Échap', 'Fermer un menu ou une question']
    ]
  }
];
