import { mapIn, textIn, valueAt } from './loose';
import type { Path } from './yaml-edit';

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

/** What the keys of an event are about. */
const PARTS: Readonly<Record<string, string>> = {
  quand: 'ce qui le déclenche',
  apres: 'ce qui le déclenche',
  annule_si: 'ce qui l’annule',
  attendus: 'ce que le jury y cherche'
};
const DECOR: Readonly<Record<string, string>> = {
  dossiers: 'Dossiers partagés',
  fichiers: 'Fichiers',
  plis: 'Courrier du matin',
  messages: 'Messagerie au début',
  calendriers: 'Agendas',
  rendez_vous: 'Agenda au début',
  clients: 'Clients',
  articles: 'Catalogue',
  documents: 'Pièces commerciales',
  notes: 'Notes des clients'
};

/** Where a place of a scenario is, for its author: the event, the work, the indicator, the run that it belongs to. */
export function placeWords(file: string, data: unknown, path: Path): string {
  if (file.startsWith('parcours/')) return runWords(file, data, path);
  if (file === 'grille.yaml') return gridWords(data, path);
  const owner = mapIn(valueAt(data, path.slice(0, 2)));
  const name = quoted(textIn(owner['id']) || String(path[1] ?? ''));
  switch (path[0]) {
    case 'deroule':
      return `Événement ${name}, ${path.includes('dialogue') ? 'sa conversation' : (PARTS[String(path[2])] ?? 'ce qu’il apporte')}`;
    case 'taches':
      return `Travail ${quoted(textIn(owner['titre']) || textIn(owner['id']))}${path[2] === 'attendus' ? ', ce que le jury y cherche' : ''}`;
    case 'poste':
      return 'Poste du candidat';
    case 'dossier':
      return 'Dossier du candidat';
    default:
      return decorWords(data, path);
  }
}

function decorWords(data: unknown, path: Path): string {
  const at = path.findIndex((step) => typeof step === 'number');
  const row = mapIn(valueAt(data, path.slice(0, at + 1)));
  const list = DECOR[String(path[at - 1])] ?? 'Décor';
  const name = textIn(row['id']) || textIn(row['nom']);
  return name ? `${list}, ${quoted(name)}` : list;
}

function gridWords(data: unknown, path: Path): string {
  const indicator = mapIn(valueAt(data, path.slice(0, 4)));
  return `Grille, ${String(path[1] ?? '')}, ${quoted(textIn(indicator['texte']) || textIn(indicator['id']))}`;
}

function runWords(file: string, data: unknown, path: Path): string {
  const run = quoted(textIn(mapIn(data)['titre']) || file);
  const hour = textIn(mapIn(valueAt(data, path.slice(0, 2)))['heure']);
  return hour
    ? `Parcours ${run}, à ${hour.slice(0, 5).replace(/^0?(\d+):/, '$1\u00a0h\u00a0')}`
    : `Parcours ${run}`;
}
