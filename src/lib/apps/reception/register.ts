import type { DeskEvent } from '../../log/entry';
import type { Person } from '../../scene/scene';
import { departureNoted, visitorRegistered } from './events';

/** What is written of a visitor. Hours are `08:42`, of the story's day. */
export interface RegisterValues {
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  /** Scene person visited; empty for nobody in particular. */
  readonly host: string;
  readonly identity: boolean;
  readonly badge: string;
  readonly arrival: string;
}
/** A line of the visitors' register. */
export interface RegisterLine extends RegisterValues {
  readonly id: string;
  /** The visit it was written for. */
  readonly visit?: string;
  readonly departure?: string;
  readonly badgeReturned?: boolean;
}

/** The register after a line is written, corrected, or closed by a departure. */
export function changeRegister(register: readonly RegisterLine[], event: DeskEvent): readonly RegisterLine[] {
  if (visitorRegistered.is(event)) {
    const { line: id, visit, ...values } = event.d;
    const before = register.find((line) => line.id === id);
    const written: RegisterLine = { ...before, id, ...(visit !== undefined && { visit }), ...values };
    return before ? register.map((line) => (line.id === id ? written : line)) : [...register, written];
  }
  if (departureNoted.is(event)) {
    const { line: id, ...departure } = event.d;
    return register.map((line) => (line.id === id ? { ...line, ...departure } : line));
  }
  return register;
}

/** Headings of the register, on screen, on paper and in the archive. */
export const REGISTER_HEADINGS = [
  'Arrivée',
  'Nom',
  'Organisme',
  'Motif',
  'Personne visitée',
  'Pièce d’identité',
  'Badge',
  'Départ',
  'Badge rendu'
] as const;

/** Name of the person visited; empty for nobody in particular. */
export const hostName = (people: readonly Person[], host: string): string =>
  people.find(({ id }) => id === host)?.name ?? host;

/** The cells of a line, under {@link REGISTER_HEADINGS}. */
export function registerCells(line: RegisterLine, people: readonly Person[]): readonly string[] {
  const returned = line.badge && line.departure ? (line.badgeReturned ? 'oui' : 'non') : '';
  return [
    line.arrival,
    line.name,
    line.organisation,
    line.purpose,
    hostName(people, line.host),
    line.identity ? 'présentée' : 'non présentée',
    line.badge,
    line.departure ?? '',
    returned
  ];
}
