import type { ScriptKind } from '../../scenario/content-of';

/** A row of the chronogramme: one channel by which the story reaches the candidate. */
export type LaneId =
  'mail' | 'call' | 'chat' | 'visit' | 'letter' | 'world' | 'notice' | 'task' | 'candidate';

export interface Lane {
  readonly id: LaneId;
  /** French. */
  readonly title: string;
  /** A token of `ui/tokens/colors.css`. */
  readonly color: string;
}

/** In the order of the screen. */
export const LANES: readonly Lane[] = [
  { id: 'mail', title: 'Courriels', color: 'var(--accent)' },
  { id: 'call', title: 'Appels', color: 'var(--ok)' },
  { id: 'chat', title: 'Discussion', color: 'var(--violet)' },
  { id: 'visit', title: 'Accueil', color: 'var(--orange)' },
  { id: 'letter', title: 'Courrier', color: 'var(--warn)' },
  { id: 'world', title: 'Collègues', color: 'var(--accent-ink)' },
  { id: 'notice', title: 'Annonces', color: 'var(--ink-2)' },
  { id: 'task', title: 'Travaux', color: 'var(--alert)' },
  { id: 'candidate', title: 'Candidat', color: 'var(--ink-3)' }
];

const BY_KIND: Readonly<Record<ScriptKind, LaneId>> = {
  mail: 'mail',
  call: 'call',
  chat: 'chat',
  visit: 'visit',
  letter: 'letter',
  drop: 'world',
  agenda: 'world',
  orders: 'world',
  notice: 'notice'
};

/** The lane of an event by its content. */
export const laneOf = (kind: ScriptKind): LaneId => BY_KIND[kind];

/** Colour of a lane. */
export const colorOf = (lane: LaneId): string => LANES.find(({ id }) => id === lane)?.color ?? 'var(--ink-2)';
