import { CHANNELS, checkDialogue } from './check-dialogue';
import { checkAnswers } from './check-facts';
import type { Names } from './check-names';
import { checkWorld } from './check-world';
import { durationMs, examMs } from './compile-values';
import { contentsOf } from './content-of';
import { CONTENTS } from './format-channels';
import { outcomesOf, partsOf, patternsOf, type Outcome } from './format-cue';
import type { CallSource, EventSource } from './format-script';

/** Triggers, contents, names and times of the script and of the tasks. */
export function checkScript(names: Names): void {
  const { source, report, yaml } = names;
  const endMs = examMs(source.duree);
  names.unique(['taches'], source.taches, 'La tâche');
  names.unique(['deroule'], source.deroule, 'L’événement');
  const repeated = names.expectations.filter((id, index) => names.expectations.indexOf(id) !== index);
  for (const id of new Set(repeated))
    report.at(
      yaml,
      ['deroule'],
      'nom.double',
      `L’attendu « ${id} » est déclaré deux fois.`,
      'Donnez un autre identifiant à l’un des deux.'
    );
  source.taches.forEach((task, index) => {
    const path = ['taches', index];
    names.unique([...path, 'productions'], task.productions, 'La production');
    task.productions.forEach((production, at) =>
      names.pattern([...path, 'productions', at, 'fait'], production.fait)
    );
    (task.attendus ?? []).forEach((evidence, at) => names.evidence([...path, 'attendus', at], evidence));
    if (task.echeance !== undefined && examMs(task.echeance) > endMs)
      report.at(
        yaml,
        [...path, 'echeance'],
        'temps.echeance',
        `L’échéance ${task.echeance} tombe après la fin (${source.duree}).`,
        'Avancez l’échéance ou allongez « duree ».'
      );
  });
  source.deroule.forEach((event, index) => checkEvent(names, event, ['deroule', index], endMs));
  checkStarts(names);
}

function checkEvent(names: Names, event: EventSource, path: readonly PropertyKey[], endMs: number): void {
  const { report, yaml, source } = names;
  const triggers = (['a', 'quand', 'apres', 'manuel'] as const).filter((key) => event[key] !== undefined);
  if (triggers.length === 0)
    report.at(
      yaml,
      path,
      'declencheur.aucun',
      `Rien ne déclenche « ${event.id} ».`,
      'Ajoutez « a », « quand », « apres » ou « manuel: true ».'
    );
  if (triggers.length > 1)
    report.at(
      yaml,
      [...path, triggers[1]!],
      'declencheur.double',
      `« ${event.id} » a plusieurs déclencheurs : ${triggers.join(', ')}.`,
      'Gardez-en un seul ; faites un second événement au besoin.',
      { key: true }
    );
  const contents = contentsOf(event);
  if (contents.length !== 1)
    report.at(
      yaml,
      contents[1] ? [...path, contents[1]] : path,
      'contenu',
      contents.length === 0
        ? `« ${event.id} » n’a pas de contenu : rien n’arrivera.`
        : `« ${event.id} » a plusieurs contenus : ${contents.join(', ')}.`,
      `Gardez-en un seul parmi ${CONTENTS.join(', ')}.`,
      { key: true }
    );
  if (event.a !== undefined && examMs(event.a) >= endMs)
    report.at(
      yaml,
      [...path, 'a'],
      'temps.apres-la-fin',
      `« ${event.id} » arrive à ${event.a}, après la fin (${source.duree}).`,
      'Avancez l’événement ou allongez « duree ».'
    );
  if (event.quand) {
    for (const part of patternsOf(event.quand)) names.pattern([...path, 'quand', ...part.path], part.pattern);
    for (const part of outcomesOf(event.quand)) names.outcome([...path, 'quand', ...part.path], part.outcome);
  }
  names.pattern([...path, 'annule_si'], event.annule_si);
  if (event.apres) names.outcome([...path, 'apres'], event.apres);
  (event.attendus ?? []).forEach((evidence, at) => names.evidence([...path, 'attendus', at], evidence));
  const mail = event.courriel;
  if (mail) {
    const at = [...path, 'courriel'];
    if (names.person([...at, 'de'], mail.de) && !source.personnes[mail.de]?.courriel)
      report.at(
        yaml,
        [...at, 'de'],
        'nom.sans-courriel',
        `« ${mail.de} » n’a pas d’adresse de courriel.`,
        `Ajoutez « courriel » à personnes.${mail.de}.`
      );
    for (const key of ['a', 'cc'] as const)
      (mail[key] ?? []).forEach((id, place) => names.person([...at, key, place], id, true));
    (mail.pieces ?? []).forEach((piece, place) => names.piece([...at, 'pieces', place], piece));
  }
  if (event.appel) {
    checkCaller(names, event.appel, [...path, 'appel']);
    if (typeof event.appel.messagerie === 'object')
      names.piece([...path, 'appel', 'messagerie', 'audio'], event.appel.messagerie.audio);
    checkDialogue(names, event.id, event.appel.dialogue, [...path, 'appel'], CHANNELS.appel);
    checkLength(names, event, event.appel, path, endMs);
  }
  checkWorld(names, event, path);
  for (const content of ['appel', 'discussion', 'visite'] as const)
    checkAnswers(names, event[content]?.dialogue ?? {}, [...path, content]);
}

function checkCaller(names: Names, call: CallSource, path: readonly PropertyKey[]): void {
  const person = names.source.personnes[call.de];
  if (names.person([...path, 'de'], call.de) && person && !person.tel && !person.poste)
    names.report.at(
      names.yaml,
      [...path, 'de'],
      'nom.sans-numero',
      `« ${call.de} » n’a pas de numéro de téléphone.`,
      `Ajoutez « tel » ou « poste » à personnes.${call.de}.`
    );
}

/** The worst case of rings and recalls must leave time before the end. */
function checkLength(
  names: Names,
  event: EventSource,
  call: CallSource,
  path: readonly PropertyKey[],
  endMs: number
): void {
  if (event.a === undefined || examMs(event.a) >= endMs) return;
  const delay = typeof event.delai === 'object' ? event.delai.entre[1] : event.delai;
  const rings = 1 + (call.rappel?.fois ?? 0);
  const worst =
    examMs(event.a) +
    (delay === undefined ? 0 : durationMs(delay)) +
    rings * durationMs(call.sonnerie ?? '40 s') +
    (call.rappel ? call.rappel.fois * durationMs(call.rappel.apres) : 0);
  if (worst >= endMs)
    names.report.at(
      names.yaml,
      [...path, 'a'],
      'temps.appel-trop-long',
      `« ${event.id} » peut encore sonner à la fin de l’épreuve.`,
      'Avancez l’appel, ou réduisez « sonnerie » et « rappel ».'
    );
}

/** Outcomes without one of which an event cannot start: all of them for `tous`, none for what can start otherwise. */
function neededBy(event: EventSource): readonly Outcome[] {
  if (event.apres) return [event.apres];
  if (!event.quand) return [];
  return partsOf(event.quand).some(({ path }) => path.includes('un_de'))
    ? []
    : outcomesOf(event.quand).map(({ outcome }) => outcome);
}

/** Events that wait for each other never start. */
function checkStarts(names: Names): void {
  const starts = new Set<string>();
  const { deroule } = names.source;
  const waitsFor = (event: EventSource) =>
    neededBy(event).flatMap((outcome) =>
      'tache' in outcome || starts.has(outcome.evenement) || !names.events.has(outcome.evenement)
        ? []
        : [outcome.evenement]
    );
  for (let grown = true; grown;) {
    grown = false;
    for (const event of deroule)
      if (!starts.has(event.id) && waitsFor(event).length === 0) {
        starts.add(event.id);
        grown = true;
      }
  }
  deroule.forEach((event, index) => {
    if (!starts.has(event.id))
      names.report.at(
        names.yaml,
        ['deroule', index, event.apres ? 'apres' : 'quand'],
        'evenement.jamais',
        `« ${event.id} » ne commence jamais : il attend ${waitsFor(event).join(', ')}, qui l’attend aussi.`,
        'Donnez à l’un des deux un autre déclencheur.'
      );
  });
}
