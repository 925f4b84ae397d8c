import type { Person } from '../../scene/scene';
import type { ChatState } from './model';

/** Stands for somebody who is not in the firm's directory. */
const stranger = (id: string): Person => ({
  id,
  name: 'Contact hors annuaire',
  role: 'Inconnu de l’entreprise',
  colleague: false
});

/** The person of an identifier, in the directory or not. */
export const personOf = (people: readonly Person[], id: string): Person =>
  people.find((person) => person.id === id) ?? stranger(id);

/** Colleagues, and whoever else has written: those written with last come first, then the others by name. */
export function listedPeople(people: readonly Person[], state: ChatState): readonly Person[] {
  const ids = new Set([
    ...people.filter(({ colleague }) => colleague).map(({ id }) => id),
    ...Object.keys(state.conversations)
  ]);
  const lastMs = ({ id }: Person) => state.conversations[id]?.messages.at(-1)?.atMs ?? -1;
  return [...ids]
    .map((id) => personOf(people, id))
    .sort((a, b) => lastMs(b) - lastMs(a) || a.name.localeCompare(b.name, 'fr'));
}
