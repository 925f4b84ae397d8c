import type { Names } from './check-names';
import { compileTextPattern } from './compile-pattern';
import { listOf } from './compile-values';
import type { ValueTest } from './compiled';
import type { CallSource, ChoiceSource, LineSource } from './format-script';
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

/** Proves a dialogue by walking it: every branch can be taken, every line can be heard, every line leads on or ends. */
export function checkDialogue(
  names: Names,
  event: string,
  call: CallSource,
  path: readonly PropertyKey[]
): void {
  const { report, yaml } = names;
  const lines = Object.keys(call.dialogue);
  const reached = new Set<string>(lines.slice(0, 1));
  if (typeof call.messagerie === 'object')
    names.piece([...path, 'messagerie', 'audio'], call.messagerie.audio);
  const branches = new Map<string, readonly string[]>();
  for (const [name, line] of Object.entries(call.dialogue)) {
    const at = [...path, 'dialogue', name];
    checkLine(names, name, line, at);
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

function checkLine(names: Names, name: string, line: LineSource, at: readonly PropertyKey[]): void {
  const { report, yaml } = names;
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
    if (choice.si !== undefined && choice.action !== 'message')
      report.at(
        yaml,
        [...path, 'si'],
        'choix.condition',
        `« si » ne sert qu’avec « action: message ».`,
        'Retirez « si », ou ajoutez « action: message ».',
        { key: true }
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
    choices
      .filter(({ choice }) => choice.action === 'message')
      .map(({ choice, path }) => text(choice.si, choice.vers, path)),
    choices
      .filter(({ choice }) => choice.action === 'transfert')
      .map(({ choice, path }) => transfer(choice, path)),
    (line.saisie ?? []).map((answer, index) => text(answer.si, answer.vers, [...at, 'saisie', index]))
  ];
}

function transfer(choice: ChoiceSource, path: readonly PropertyKey[]): Branch {
  const extensions = listOf(choice.poste);
  return {
    path,
    target: choice.vers,
    tests: extensions.length ? { poste: { oneOf: extensions } } : {},
    witnesses: extensions.length ? extensions.map((poste) => ({ poste })) : [{ poste: 'un autre poste' }]
  };
}

/** The shortest texts that a condition is made for, one per alternative. */
function textWitnesses(pattern: TextPattern | undefined): readonly Readonly<Record<string, FactValue>>[] {
  const pour = pattern?.pour ?? 'quelqu’un';
  const all = (pattern?.contient_tout ?? []).join(' ');
  const any = listOf(pattern?.contient);
  return (any.length ? any : ['']).map((word) => ({ texte: `${word} ${all}`.trim(), pour }));
}
