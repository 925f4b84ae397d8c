import type { Names } from './check-names';
import { compileTextPattern } from './compile-pattern';
import { listOf } from './compile-values';
import type { ValueTest } from './compiled';
import type { Action, ChoiceSource, DialogueSource, LineSource } from './format-dialogue';
import type { TextPattern } from './format-pattern';
import { matchesValue } from './match';
import { scopeOf } from './scope';
import type { FactValue } from '../log/facts';

interface Branch {
  readonly path: readonly PropertyKey[];
  readonly target: string;
  readonly tests: Readonly<Record<string, ValueTest>>;
  /** Facts that this branch is made for: it is masked when every one of them is taken by a branch above. */
  readonly witnesses: readonly Readonly<Record<string, FactValue>>[];
}

const takes = (branch: Branch, fact: Readonly<Record<string, FactValue>>) =>
  Object.entries(branch.tests).every(([key, test]) => matchesValue(fact[key], test));

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
  for (const [name, line] of Object.entries(dialogue)) {
    const at = [...path, 'dialogue', name];
    checkLine(names, name, line, at, channel);
    const targets: string[] = [];
    for (const group of groupsOf(names, line, at)) {
      group.forEach((branch, index) => {
        const above = group.slice(0, index);
        if (!names.known([...branch.path, 'vers'], 'replique.inconnue', 'La réplique', branch.target, lines))
          return;
        if (branch.witnesses.every((fact) => above.some((other) => takes(other, fact))))
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

/** Branches that compete for the same kind of answer, in order. */
function groupsOf(
  names: Names,
  line: LineSource,
  at: readonly PropertyKey[]
): readonly (readonly Branch[])[] {
  const scope = scopeOf(names.source);
  const choices = (line.choix ?? []).map((choice, index) => ({ choice, path: [...at, 'choix', index] }));
  const spoken = choices.filter(({ choice }) => !choice.action);
  const text = (pattern: TextPattern | undefined, target: string, path: readonly PropertyKey[]): Branch => ({
    path,
    target,
    tests: compileTextPattern(pattern, scope),
    witnesses: textWitnesses(pattern)
  });
  return [
    // Two sentences never compete: each has its own button.
    ...spoken.map(({ choice, path }) => [{ path, target: choice.vers, tests: {}, witnesses: [{}] }]),
    ...(['message', 'registre'] as const).map((action) =>
      choices
        .filter(({ choice }) => choice.action === action)
        .map(({ choice, path }) => text(choice.si, choice.vers, path))
    ),
    choices
      .filter(({ choice }) => choice.action === 'transfert')
      .map(({ choice, path }) => named(choice, path, 'poste', listOf(choice.poste))),
    choices
      .filter(({ choice }) => choice.action === 'prevenir')
      .map(({ choice, path }) => named(choice, path, 'pour', listOf(choice.pour))),
    (line.saisie ?? []).map((answer, index) => text(answer.si, answer.vers, [...at, 'saisie', index]))
  ];
}

/** A branch on one of a few names: extensions of a transfer, people to call. */
function named(
  choice: ChoiceSource,
  path: readonly PropertyKey[],
  key: 'poste' | 'pour',
  values: readonly string[]
): Branch {
  return {
    path,
    target: choice.vers,
    tests: values.length ? { [key]: { oneOf: values } } : {},
    witnesses: values.length ? values.map((value) => ({ [key]: value })) : [{ [key]: 'un autre' }]
  };
}

/** The shortest texts that a condition is made for, one per alternative. */
function textWitnesses(pattern: TextPattern | undefined): readonly Readonly<Record<string, FactValue>>[] {
  const pour = pattern?.pour ?? 'quelqu’un';
  const all = (pattern?.contient_tout ?? []).join(' ');
  const any = listOf(pattern?.contient);
  return (any.length ? any : ['']).map((word) => ({ texte: `${word} ${all}`.trim(), pour }));
}
