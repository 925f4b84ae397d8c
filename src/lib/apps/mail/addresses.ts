import type { Person } from '../../scene/scene';

const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** Well formed as an address on the internet: `nom@domaine.fr`. Says nothing of its existence. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes('..');
}

/** `Jean Aubry <j.aubry@x.example>` → `j.aubry@x.example`; anything else is trimmed. */
export function bareAddress(text: string): string {
  return (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
}

/** Splits what was typed or pasted: commas, semicolons and lines separate recipients; doubles are dropped. */
export function parseRecipients(text: string): string[] {
  const parts = text
    .split(/[;,\n]+/)
    .map(bareAddress)
    .filter(Boolean);
  return parts.filter((part, index) => parts.findIndex((other) => sameAddress(other, part)) === index);
}

/** Addresses are compared without case. */
export const sameAddress = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Names of the directory by address in lower case. */
export function directory(people: readonly Person[]): ReadonlyMap<string, Person> {
  return new Map(
    people.flatMap((person) => (person.email ? [[person.email.toLowerCase(), person] as const] : []))
  );
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** People of the directory whose name, function, firm or address has every word typed; at most `limit`. */
export function suggestPeople(
  people: readonly Person[],
  typed: string,
  taken: readonly string[],
  limit = 6
): readonly Person[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return people
    .filter((person) => person.email && !taken.some((address) => sameAddress(address, person.email!)))
    .filter((person) => {
      const text = plain(`${person.name} ${person.role} ${person.organisation ?? ''} ${person.email}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, limit);
}
