import { parseStory, storyIso } from '../kernel/story-time';
import type { DeskReader } from '../desk/app-model';
import type { Fact, FactValue } from '../log/facts';
import type { Person } from '../scene/scene';

/** An attribute of a fact as a text; empty when it has none. */
export const wordsIn = (fact: Fact, key: string): string => {
  const value = fact[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** An attribute as a list of texts: one text is a list of it. */
export const listIn = (fact: Fact, key: string): readonly string[] => {
  const value: FactValue = fact[key] ?? [];
  const items = Array.isArray(value) ? (value as readonly FactValue[]) : [value];
  return items.filter((item) => typeof item === 'string');
};

/** An attribute as a number; `null` when it is none. */
export const numberIn = (fact: Fact, key: string): number | null => {
  const value = fact[key];
  return typeof value === 'number' ? value : null;
};

/** A story instant however it is written, as applications have it: `2026-03-18T14:00`. */
export const instantIn = (fact: Fact, key: string): string => {
  const story = parseStory(wordsIn(fact, key));
  return story === null ? '' : storyIso(story);
};

/** The person that a text names: identifier, name, address, number or extension. */
export const personIn = (desk: DeskReader, text: string): Person | undefined =>
  desk.scene.people.find(({ id, name, email, phone, extension }) =>
    [id, name, email, phone, extension].includes(text)
  );

/** The day of the story, `2026-03-17`. */
export const dayOf = (desk: DeskReader): string => desk.scene.storyStart.slice(0, 10);
