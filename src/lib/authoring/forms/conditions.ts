import { mapIn } from '../document/loose';
import type { Plain } from '../document/yaml-edit';

/** The kinds of a condition, as the form tells them apart. */
export type ConditionKind = 'fait' | 'heure' | 'evenement' | 'tache' | 'absence' | 'fois' | 'tous' | 'un_de';

export const CONDITIONS: readonly { readonly id: ConditionKind; readonly label: string }[] = [
  { id: 'fait', label: 'Le candidat fait' },
  { id: 'absence', label: 'Le candidat n’a pas fait' },
  { id: 'fois', label: 'Le candidat fait plusieurs fois' },
  { id: 'evenement', label: 'Un événement se termine' },
  { id: 'tache', label: 'Un travail est remis, ou en retard' },
  { id: 'heure', label: 'À partir d’une heure' },
  { id: 'tous', label: 'Toutes ces conditions' },
  { id: 'un_de', label: 'L’une de ces conditions' }
];

/** What a condition is, by the key that only its kind has; `null` for what is none. */
export function kindOfCondition(value: unknown): ConditionKind | null {
  const map = mapIn(value);
  if ('fait' in map) return 'fait';
  return CONDITIONS.find(({ id }) => id !== 'fait' && id in map)?.id ?? null;
}

/** What a condition of a kind begins with; `kept` is the one it replaces, whose fact or parts go on when they can. */
export function newCondition(kind: ConditionKind, kept: unknown, event: string, task: string): Plain {
  const old = mapIn(kept);
  const fact = (old['fait'] ? old : (old['absence'] ?? old['de'] ?? { fait: 'courriel.envoye' })) as Plain;
  const parts = (old['tous'] ?? old['un_de']) as Plain | undefined;
  switch (kind) {
    case 'fait':
      return fact;
    case 'heure':
      return { heure: '00:10' };
    case 'evenement':
      return { evenement: event };
    case 'tache':
      return { tache: task, issue: 'rendue' };
    case 'absence':
      return { absence: fact, pendant: '10 min' };
    case 'fois':
      return { fois: 2, de: fact };
    case 'tous':
    case 'un_de':
      return { [kind]: parts ?? [(kindOfCondition(kept) ? kept : fact) as Plain, { heure: '00:10' }] };
  }
}
