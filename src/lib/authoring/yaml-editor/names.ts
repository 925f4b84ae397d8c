import { findReferential } from '../../referential/catalogue';
import { competenciesOf } from '../../referential/referential';
import type { Step } from './yaml-place';

/** A name that a scenario declares, and whose it is. */
export interface Name {
  readonly name: string;
  readonly detail: string;
}

type Loose = Readonly<Record<string, unknown>>;
const mapOf = (value: unknown): Loose =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Loose) : {};
const listOf = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.map(mapOf) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const named = (value: unknown, detail: string): readonly Name[] =>
  listOf(value).flatMap((item) =>
    text(item['id']) ? [{ name: text(item['id']), detail: text(item[detail]) }] : []
  );

/** Which family of names the values of a key are taken from. */
const FAMILY: Readonly<Record<string, string>> = {
  ...{ de: 'people', a: 'people', cc: 'people', pour: 'people', avec: 'people', personne: 'people' },
  ...{ responsable: 'people', numero: 'people', appelle: 'people' },
  ...{ evenement: 'events', donnee_par: 'events', reponse_a: 'events', courriel: 'events', appel: 'events' },
  ...{ visite: 'events', pli: 'events', annonce: 'events' },
  ...{ tache: 'tasks', productions: 'productions', attendu: 'expectations' },
  ...{
    piece: 'pieces',
    pieces: 'pieces',
    audio: 'pieces',
    remet: 'pieces',
    enveloppe: 'pieces',
    contenu: 'pieces'
  },
  ...{ client: 'clients', calendriers: 'calendars', article: 'articles' },
  ...{ dossier: 'folders', parent: 'folders', documents: 'files', vers: 'lines' }
};

/**
 * The names that may stand at this path.
 * @param source `scenario.yaml` as far as it can be read, whatever its shape
 * @param pieces names of the files of the scenario
 */
export function namesAt(
  path: readonly Step[],
  source: Loose | null,
  pieces: readonly string[]
): readonly Name[] {
  const last = path.findLast((step) => step !== 'item');
  const key = last?.key ?? '';
  const isTrigger = key === 'a' && path.at(-2) === 'item' && isKey(path.at(-3), 'deroule');
  const family = isTrigger ? undefined : FAMILY[key];
  if (!family) return [];
  const scenario = source ?? {};
  if (family === 'lines') return linesOf(scenario, path);
  if (family === 'pieces') return pieces.map((name) => ({ name, detail: '' }));
  return declared(scenario, family);
}

const isKey = (step: Step | undefined, key: string): boolean =>
  step !== undefined && step !== 'item' && step.key === key;

function declared(scenario: Loose, family: string): readonly Name[] {
  const decor = mapOf(scenario['decor']);
  const orders = mapOf(decor['commandes']);
  const tasks = listOf(scenario['taches']);
  const events = listOf(scenario['deroule']);
  switch (family) {
    case 'people':
      return [
        ...Object.entries(mapOf(scenario['personnes'])).map(([name, person]) => ({
          name,
          detail: text(mapOf(person)['nom'])
        })),
        { name: 'poste', detail: 'le candidat' }
      ];
    case 'events':
      return [...named(events, 'titre'), ...named(mapOf(decor['courrier'])['messages'], 'objet')];
    case 'tasks':
      return named(tasks, 'titre');
    case 'productions':
      return tasks.flatMap((task) =>
        named(task['productions'], 'titre').map(({ name, detail }) => ({
          name: `${text(task['id'])}/${name}`,
          detail
        }))
      );
    case 'expectations':
      return [...tasks, ...events].flatMap((owner) => named(owner['attendus'], 'constat'));
    case 'clients':
      return named(orders['clients'], 'nom');
    case 'articles':
      return named(orders['articles'], 'designation');
    case 'calendars':
      return named(mapOf(decor['agenda'])['calendriers'], 'salle');
    case 'folders':
      return named(decor['dossiers'], 'nom');
    default:
      return named(decor['fichiers'], 'nom');
  }
}

/** Lines of all dialogues: a call, a visit, a chat. */
function linesOf(scenario: Loose, path: readonly Step[]): readonly Name[] {
  if (!path.some((step) => isKey(step, 'dialogue'))) return [];
  const names = listOf(scenario['deroule']).flatMap((event) =>
    Object.values(event).flatMap((content) =>
      Object.entries(mapOf(mapOf(content)['dialogue'])).map(([name, line]) => ({
        name,
        detail: text(mapOf(line)['dit']).slice(0, 60)
      }))
    )
  );
  return [...new Map(names.map((item) => [item.name, item])).values()];
}

/** The official criteria of the grid's referential, to be its keys. */
export function criteriaOf(referential: string): readonly Name[] {
  const version = findReferential(referential);
  return version
    ? competenciesOf(version).flatMap(({ criteria }) =>
        criteria.map(({ id, wording }) => ({ name: id, detail: wording }))
      )
    : [];
}
