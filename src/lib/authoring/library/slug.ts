const MOST = 50;

/** An identifier made of a title: `Clos angevin : l’été` → `clos-angevin-l-ete`. Never empty, begins with a letter. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, MOST)
    .replace(/-+$/, '');
  return words || 'scenario';
}

/** The first of `slug`, `slug-2`, `slug-3`… that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
}

/** What may name a scenario: also the name of its folder and its part of an address. */
export const isScenarioId = (id: string): boolean => /^[a-z][a-z0-9_-]{0,59}$/.test(id);
