import { CHANNELS, checkDialogue } from './check-dialogue';
import type { Names } from './check-names';
import { durationMs } from './compile-values';
import type { LetterSource } from './format-channels';
import type { EventSource } from './format-script';

type Path = readonly PropertyKey[];

/** Names and values of the channels beside mails and calls. */
export function checkWorld(names: Names, event: EventSource, path: Path): void {
  const { discussion, visite, pli, depot, agenda, commandes } = event;
  if (discussion) {
    const at = [...path, 'discussion'];
    colleague(names, [...at, 'de'], discussion.de);
    checkDialogue(names, event.id, discussion.dialogue, at, CHANNELS.discussion);
    const { patience, relance } = discussion;
    if (patience && relance) before(names, [...at, 'relance', 'apres'], relance.apres, patience);
  }
  if (visite) {
    const at = [...path, 'visite'];
    names.person([...at, 'de'], visite.de);
    checkDialogue(names, event.id, visite.dialogue, at, CHANNELS.visite);
    if (visite.impatience)
      before(names, [...at, 'impatience', 'apres'], visite.impatience.apres, visite.patience);
  }
  if (pli) checkLetter(names, pli, [...path, 'pli']);
  if (depot) {
    const at = [...path, 'depot'];
    names.person([...at, 'par'], depot.par);
    names.piece([...at, 'piece'], depot.piece);
    const folders = (names.source.decor.dossiers ?? []).map(({ id }) => id);
    names.known([...at, 'dossier'], 'nom.dossier', 'Le dossier', depot.dossier, folders);
  }
  if (agenda) checkAgenda(names, agenda, [...path, 'agenda']);
  if (commandes) checkOrders(names, commandes, [...path, 'commandes']);
}

/** Pieces of a piece of post, and the number that only a registered letter has. */
export function checkLetter(names: Names, letter: LetterSource, path: Path): void {
  names.piece([...path, 'enveloppe'], letter.enveloppe);
  letter.contenu.forEach((piece, place) => names.piece([...path, 'contenu', place], piece));
  const missing = letter.numero === undefined;
  if ((letter.nature === 'recommande') !== missing) return;
  names.report.at(
    names.yaml,
    missing ? path : [...path, 'numero'],
    'pli.recommande',
    missing ? 'Un recommandé porte un numéro.' : 'Seul un recommandé porte un numéro.',
    missing
      ? 'Ajoutez « numero », ex. : numero: "1A 203 456 7890 1".'
      : 'Ajoutez « nature: recommande », ou retirez « numero ».'
  );
}

function colleague(names: Names, path: Path, id: string): void {
  const person = names.source.personnes[id];
  if (!names.person(path, id) || !person) return;
  if (person.collegue ?? person.poste !== undefined) return;
  names.report.at(
    names.yaml,
    path,
    'discussion.exterieur',
    `« ${id} » n’est pas de l’entreprise : la messagerie instantanée est interne.`,
    'Écrivez un courriel, ou ajoutez « collegue: true » à cette personne.'
  );
}

function before(names: Names, path: Path, first: string, last: string): void {
  if (durationMs(first) < durationMs(last)) return;
  names.report.at(
    names.yaml,
    path,
    'temps.relance',
    `Au bout de ${first}, la patience (${last}) est déjà épuisée.`,
    'Choisissez une durée plus courte que « patience ».'
  );
}

/** Exactly one of a few keys. */
function exactlyOne(names: Names, path: Path, value: object, keys: readonly string[]): void {
  const given = keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined);
  if (given.length === 1) return;
  names.report.at(
    names.yaml,
    given[1] ? [...path, given[1]] : path,
    'contenu.choix',
    given.length === 0 ? 'Rien n’est changé.' : `Il y a deux changements : ${given.join(', ')}.`,
    `Gardez-en un seul parmi ${keys.join(', ')}.`,
    { key: true }
  );
}

function checkAgenda(names: Names, agenda: NonNullable<EventSource['agenda']>, path: Path): void {
  const { ajoute, deplace, annule } = agenda;
  const decor = names.source.decor.agenda;
  const calendars = (decor?.calendriers ?? []).map(({ id }) => id);
  const appointments = (decor?.rendez_vous ?? []).map(({ id }) => id);
  names.person([...path, 'par'], agenda.par);
  exactlyOne(names, path, agenda, ['ajoute', 'deplace', 'annule']);
  const known = (at: Path, id: string | undefined) =>
    names.known(at, 'nom.rendez-vous', 'Le rendez-vous', id, appointments);
  known([...path, 'deplace', 'rendez_vous'], deplace?.rendez_vous);
  known([...path, 'annule'], annule);
  for (const [key, change] of [
    ['ajoute', ajoute],
    ['deplace', deplace]
  ] as const) {
    (change?.calendriers ?? []).forEach((id, place) =>
      names.known([...path, key, 'calendriers', place], 'nom.calendrier', 'Le calendrier', id, calendars)
    );
    if (change && change.fin <= change.debut)
      names.report.at(
        names.yaml,
        [...path, key, 'fin'],
        'temps.date',
        'Ce rendez-vous finit avant de commencer.',
        'Mettez « fin » après « debut ».'
      );
  }
}

function checkOrders(names: Names, orders: NonNullable<EventSource['commandes']>, path: Path): void {
  const decor = names.source.decor.commandes;
  names.person([...path, 'par'], orders.par);
  exactlyOne(names, path, orders, ['stock', 'reglement', 'livre', 'note']);
  const known = (
    at: Path,
    code: string,
    family: string,
    id: string | undefined,
    items: readonly { id: string }[] = []
  ) =>
    names.known(
      at,
      code,
      family,
      id,
      items.map((item) => item.id)
    );
  known([...path, 'stock', 'article'], 'nom.article', 'L’article', orders.stock?.article, decor?.articles);
  known(
    [...path, 'reglement', 'piece'],
    'nom.commande',
    'La pièce',
    orders.reglement?.piece,
    decor?.documents
  );
  known([...path, 'livre', 'piece'], 'nom.commande', 'La pièce', orders.livre?.piece, decor?.documents);
  known([...path, 'note', 'client'], 'nom.client', 'Le client', orders.note?.client, decor?.clients);
}
