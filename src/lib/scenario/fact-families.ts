import type { Names } from './check-names';
import { dialogueOf } from './content-of';
import type { AttributeKind } from './fact-attributes';
import type { CONTENTS } from './format-channels';

/** The names that an attribute may take: code of the problem, what the thing is called, and what exists. */
export interface Family {
  readonly code: string;
  readonly label: string;
  readonly words: readonly string[];
  /** A value that needs no name of the scenario. */
  readonly accepts?: (value: string) => boolean;
}

/** Folders that every mail box has. */
const BOXES = ['Réception', 'Envoyés', 'Brouillons', 'Corbeille'];
const isAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+$/.test(value);
const isNumber = (value: string): boolean => /^\+?\d[\d ]*$/.test(value);

/** The names for an attribute of a fact; `null` when it may be anything. `fact` is the whole pattern around it. */
export function familyOf(
  kind: AttributeKind,
  names: Names,
  fact: Readonly<Record<string, unknown>>
): Family | null {
  const { decor, personnes, poste } = names.source;
  const ids = (items: readonly { readonly id: string }[] | undefined) => (items ?? []).map(({ id }) => id);
  const events = (content: (typeof CONTENTS)[number]) =>
    ids([...names.events.values()].filter((event) => event[content] !== undefined));
  const named = (code: string, label: string, words: readonly string[]): Family => ({ code, label, words });
  if (Array.isArray(kind)) return named('nom.valeur', 'Ici, la valeur', kind as readonly string[]);
  switch (kind) {
    case 'person': {
      const full = new Set(Object.values(personnes).map(({ nom }) => nom));
      return {
        ...named('nom.personne', 'La personne', ['poste', ...names.people]),
        accepts: (value) => isAddress(value) || isNumber(value) || full.has(value)
      };
    }
    case 'extension': {
      const extensions = Object.values(personnes).flatMap((person) => person.poste ?? []);
      return {
        ...named('nom.poste', 'Le poste', [...extensions, poste.poste, ...names.people]),
        accepts: (value) => value.replaceAll(' ', '').length > 6 && isNumber(value)
      };
    }
    case 'mail':
      return named('nom.evenement', 'Le courriel', [...events('courriel'), ...ids(decor.courrier?.messages)]);
    case 'call':
      return named('nom.evenement', 'L’appel', events('appel'));
    case 'visit':
      return named('nom.evenement', 'La visite', events('visite'));
    case 'notice':
      return named('nom.evenement', 'L’annonce', events('annonce'));
    case 'letter':
      return named('nom.pli', 'Le pli', [...events('pli'), ...ids(decor.plis)]);
    case 'choice':
      return named('nom.choix', 'Le choix', choicesOf(names, fact));
    case 'task':
      return named('nom.tache', 'La tâche', [...names.tasks.keys()]);
    case 'production': {
      const task = names.tasks.get(String(fact['tache']));
      const tasks = task ? [task] : [...names.tasks.values()];
      return named('nom.production', 'La production', ids(tasks.flatMap(({ productions }) => productions)));
    }
    case 'customer': {
      const customers = decor.commandes?.clients ?? [];
      const others = new Set(customers.flatMap(({ nom, numero }) => [nom, numero]));
      return { ...named('nom.client', 'Le client', ids(customers)), accepts: (value) => others.has(value) };
    }
    case 'sale':
      return salesOf(names);
    case 'calendar': {
      const calendars = decor.agenda?.calendriers ?? [];
      const full = new Set(calendars.map(({ salle, personne }) => salle ?? personnes[personne ?? '']?.nom));
      return {
        ...named('nom.calendrier', 'Le calendrier', ids(calendars)),
        accepts: (value) => full.has(value)
      };
    }
    case 'appointment':
      return named('nom.rendez-vous', 'Le rendez-vous', ids(decor.agenda?.rendez_vous));
    case 'folder':
      return {
        ...named(
          'nom.dossier',
          'Le dossier',
          (decor.dossiers ?? []).map(({ nom }) => nom)
        ),
        accepts: (value) => value === ''
      };
    case 'mail-folder':
      return named('nom.dossier', 'Dans la messagerie, le dossier', [
        ...BOXES,
        ...(decor.courrier?.dossiers ?? [])
      ]);
    default:
      return null;
  }
}

/** Identifiers of the choices of the conversation that a fact is about; of every conversation when it names none. */
function choicesOf(names: Names, { appel, visite, avec }: Readonly<Record<string, unknown>>): string[] {
  const events = [...names.events.values()];
  const about =
    (appel ?? visite)
      ? events.filter(({ id }) => id === (appel ?? visite))
      : events.filter(({ discussion }) => discussion && (avec === undefined || discussion.de === avec));
  return about.flatMap((event) =>
    Object.values(dialogueOf(event) ?? {}).flatMap((line) => (line.choix ?? []).map(({ id }) => id))
  );
}

/** Numbers of the sales documents: those of the decor, and those that the candidate's own will have. */
function salesOf({ source }: Names): Family {
  const orders = source.decor.commandes;
  const last = Object.values(orders?.derniers_numeros ?? {}).map(partsOf);
  return {
    code: 'nom.document',
    label: 'La pièce commerciale',
    words: (orders?.documents ?? []).map(({ numero }) => numero),
    accepts: (value) => {
      const { series, rank } = partsOf(value);
      return last.some((known) => known.series === series && rank > known.rank && rank <= known.rank + 50);
    }
  };
}

/** `FA-2026-0387` → `FA-2026-` and 387. */
function partsOf(number: string): { readonly series: string; readonly rank: number } {
  const digits = /\d+$/.exec(number)?.[0] ?? '';
  return { series: number.slice(0, number.length - digits.length), rank: Number(digits) };
}
