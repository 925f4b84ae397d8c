import type { BeatKind } from './compiled';
import { CONTENTS } from './format-channels';
import type { EventSource } from './format-script';

export type ScriptKind = Exclude<BeatKind, 'task' | 'watch'>;

const KINDS: Readonly<Record<(typeof CONTENTS)[number], ScriptKind>> = {
  courriel: 'mail',
  appel: 'call',
  discussion: 'chat',
  visite: 'visit',
  pli: 'letter',
  depot: 'drop',
  agenda: 'agenda',
  commandes: 'orders',
  annonce: 'notice'
};

/** The contents that an event has: exactly one when the checker finds nothing to say. */
export const contentsOf = (event: EventSource): readonly (typeof CONTENTS)[number][] =>
  CONTENTS.filter((content) => event[content] !== undefined);

export const kindOf = (event: EventSource): ScriptKind => KINDS[contentsOf(event)[0] ?? 'courriel'];

/** The conversation of an event, if it has one. */
export const dialogueOf = (event: EventSource) =>
  (event.appel ?? event.visite ?? event.discussion)?.dialogue ?? null;

/** What is written, said or brought, one paragraph per item: for those who must know what did not happen. */
export function contentOf(event: EventSource): readonly string[] {
  const dialogue = dialogueOf(event);
  if (dialogue) return Object.values(dialogue).flatMap((line) => (line.dit ? [line.dit] : []));
  const { courriel, pli, depot, annonce, agenda, commandes } = event;
  if (courriel) return [courriel.corps];
  if (pli) return [pli.expediteur, pli.mention, ...pli.contenu].filter((text) => text !== undefined);
  if (depot) return [depot.nom ?? depot.piece];
  if (annonce) return [annonce.texte];
  if (agenda) return [agenda.ajoute?.titre ?? agenda.deplace?.rendez_vous ?? agenda.annule ?? ''];
  return [commandes?.stock?.motif ?? commandes?.note?.texte ?? commandes?.livre?.note ?? ''].filter(Boolean);
}

/** Outcomes that an event's content may come to, beside being skipped and never arriving. */
export function outcomesOfContent(event: EventSource): readonly string[] {
  const dialogue = dialogueOf(event);
  if (!dialogue) return [event.courriel ? 'envoye' : 'arrive'];
  const ends = Object.values(dialogue).flatMap((line) => (line.fin ? [line.fin] : []));
  if (event.visite) return [...ends, 'econduit', 'parti', 'silence', 'coupe'];
  if (event.discussion)
    return [...ends, ...(event.discussion.patience === undefined ? [] : ['sans_reponse']), 'coupe'];
  return [
    ...ends,
    'raccroche',
    'abandon',
    'silence',
    ...(event.appel?.messagerie ? ['messagerie'] : []),
    'manque',
    'coupe'
  ];
}
