import type { Names } from './check-names';
import { actionTests } from './compile-dialogue';
import { compileTextPattern } from './compile-pattern';
import { listOf } from './compile-values';
import type { ValueTest } from './compiled';
import { ACTIONS, type Action, type DialogueSource, type LineSource } from './format-dialogue';
import { matchesValue } from './match';
import { scopeOf, type Scope } from './scope';
import { attributesFor } from './witness';
import type { FactValue } from '../log/facts';

interface Branch {
  readonly path: readonly PropertyKey[];
  readonly target: string;
  readonly tests: Readonly<Record<string, ValueTest>>;
}

const takes = ({ tests }: Branch, fact: Readonly<Record<string, FactValue | undefined>>) =>
  Object.entries(tests).every(([key, test]) => matchesValue(fact[key], test));

/** A list of texts without any text, which `checkPatterns` reports. */
const isEmpty = ({ tests }: Branch): boolean =>
  Object.values(tests).some(({ contains, oneOf }) => contains?.length === 0 || oneOf?.length === 0);

/** What a dialogue may use on its channel, and what the channel is called in messages. */
export interface DialogueChannel {
  readonly actions: readonly Action[];
  readonly handsOver: boolean;
}
export const CHANNELS = {
  appel: { actions: ['message', 'transfert'], handsOver: false },
  visite: { actions: ['message', 'registre', 'prevenir'], handsOver: true },
  discussion: { actions: [], handsOver: false }
} as const satisfies Record<string, DialogueChannel>;

/** Proves a dialogue by walking it: every branch can be taken, every line can be heard, every line leads on or ends. */
export function checkDialogue(
  names: Names,
  event: string,
  dialogue: DialogueSource,
  path: readonly PropertyKey[],
  channel: DialogueChannel
): void {
  const { report, yaml } = names;
  const lines = Object.keys(dialogue);
  const reached = new Set<string>(lines.slice(0, 1));
  const branches = new Map<string, readonly string[]>();
  const scope = scopeOf(names.source);
  for (const [name, line] of Object.entries(dialogue)) {
    const at = [...path, 'dialogue', name];
    checkLine(names, name, line, at, channel);
    const targets: string[] = [];
    for (const group of groupsOf(line, at, scope)) {
      group.forEach((branch, index) => {
        const above = group.slice(0, index);
        if (!names.known([...branch.path, 'vers'], 'replique.inconnue', 'La réplique', branch.target, lines))
          return;
        // Answers that this branch is made for, which try to escape those above.
        const made = attributesFor(
          branch.tests,
          above.map(({ tests }) => tests)
        );
        if (made.length === 0 && !isEmpty(branch))
          report.at(
            yaml,
            branch.path,
            'motif.impossible',
            `Dans « ${event} », aucune réponse ne peut prendre cette branche de « ${name} » : ce qu’elle exige, elle le refuse.`,
            'Retirez de « sauf » ce que « contient » demande.'
          );
        else if (made.length > 0 && made.every((fact) => above.some((other) => takes(other, fact))))
          report.at(
            yaml,
            branch.path,
            'branche.masquee',
            `Dans « ${event} », cette branche de « ${name} » n’est jamais prise : une branche au-dessus prend les mêmes réponses.`,
            'Remontez-la au-dessus, ou précisez la condition de la branche qui la masque.'
          );
        else targets.push(branch.target);
      });
    }
    branches.set(name, targets);
  }
  for (const name of reached) for (const target of branches.get(name) ?? []) reached.add(target);
  for (const name of lines)
    if (!reached.has(name))
      report.at(
        yaml,
        [...path, 'dialogue', name],
        'replique.jamais-atteinte',
        `Dans « ${event} », la réplique « ${name} » n’est jamais dite.`,
        'Menez-y par un « vers », ou supprimez-la.',
        { key: true }
      );
}

function checkLine(
  names: Names,
  name: string,
  line: LineSource,
  at: readonly PropertyKey[],
  channel: DialogueChannel
): void {
  const { report, yaml } = names;
  names.piece([...at, 'remet'], line.remet);
  if (line.remet !== undefined && !channel.handsOver)
    report.at(
      yaml,
      [...at, 'remet'],
      'replique.remet',
      'Seul un visiteur peut remettre un document en main propre.',
      'Envoyez-le par courriel, ou déposez-le par un événement « depot ».',
      { key: true }
    );
  names.piece([...at, 'audio'], line.audio);
  if (line.dit === undefined)
    report.at(
      yaml,
      at,
      'replique.sans-texte',
      `La réplique « ${name} » n’a pas de texte${line.audio ? ', seulement un son' : ''}.`,
      'Ajoutez « dit » : tout ce qui s’entend se lit aussi.',
      { key: true }
    );
  const leads = (line.choix?.length ?? 0) + (line.saisie?.length ?? 0);
  if (line.fin === undefined && leads === 0)
    report.at(
      yaml,
      at,
      'replique.sans-suite',
      `La réplique « ${name} » ne mène nulle part.`,
      'Ajoutez « choix », « saisie » ou « fin ».',
      { key: true }
    );
  if (line.fin !== undefined && leads > 0)
    report.at(
      yaml,
      [...at, 'fin'],
      'replique.fin-et-suite',
      `La réplique « ${name} » finit l’appel et attend pourtant une réponse.`,
      'Gardez « fin », ou « choix » et « saisie ».',
      { key: true }
    );
  const typed = line.saisie ?? [];
  if (typed.length && typed.at(-1)?.si !== undefined)
    report.at(
      yaml,
      [...at, 'saisie'],
      'saisie.repli',
      `La saisie de « ${name} » n’a pas de repli.`,
      'Finissez par une entrée sans « si » : - { vers: … }.',
      { key: true }
    );
  (line.choix ?? []).forEach((choice, index) => {
    const path = [...at, 'choix', index];
    if (!choice.action && choice.texte === undefined)
      report.at(
        yaml,
        path,
        'choix.sans-texte',
        `Le choix « ${choice.id} » n’a rien à dire.`,
        'Ajoutez « texte », ou « action: message » / « action: transfert ».'
      );
    if (choice.si !== undefined && choice.action !== 'message' && choice.action !== 'registre')
      report.at(
        yaml,
        [...path, 'si'],
        'choix.condition',
        '« si » ne sert qu’avec « action: message » ou « action: registre ».',
        'Retirez « si », ou ajoutez « action: message ».',
        { key: true }
      );
    if (choice.action && !channel.actions.some((action) => action === choice.action))
      report.at(
        yaml,
        [...path, 'action'],
        'choix.action',
        `« action: ${choice.action} » n’existe pas ici.`,
        channel.actions.length
          ? `Actions possibles ici : ${channel.actions.join(', ')}.`
          : 'Dans une discussion, on répond par « choix » ou « saisie ».'
      );
    listOf(choice.pour).forEach((person, place) =>
      names.person(Array.isArray(choice.pour) ? [...path, 'pour', place] : [...path, 'pour'], person)
    );
  });
  names.unique([...at, 'choix'], line.choix ?? [], 'Le choix');
}

/** Branches that compete for the same kind of answer, in order, with the tests that compilation gives them. */
function groupsOf(
  line: LineSource,
  at: readonly PropertyKey[],
  scope: Scope
): readonly (readonly Branch[])[] {
  const choices = (line.choix ?? []).map(
    (choice, index): Branch & { readonly action?: Action | undefined } => ({
      path: [...at, 'choix', index],
      target: choice.vers,
      action: choice.action,
      tests: choice.action ? actionTests(choice, scope) : {}
    })
  );
  return [
    // Two sentences never compete: each has its own button.
    ...choices.filter(({ action }) => !action).map((choice) => [choice]),
    ...ACTIONS.map((action) => choices.filter((choice) => choice.action === action)),
    (line.saisie ?? []).map(({ si, vers }, index) => ({
      path: [...at, 'saisie', index],
      target: vers,
      tests: compileTextPattern(si, scope)
    }))
  ];
}
