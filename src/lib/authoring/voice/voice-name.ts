import { freeSlug, slugOf } from '../library/slug';

const FOLDER = 'voix/';
const ENDING = '.mp3';

/**
 * The name under which a line's voice is kept: its own when the line alone has it (the new voice takes the place of the old one,
 * which earlier versions keep), otherwise one that no piece has.
 * @param place words that say where the line is: event and line
 * @param current what the line has now, and how many places of the scenario name it
 */
export function voiceName(
  place: string,
  taken: readonly string[],
  current: { readonly name: string; readonly uses: number }
): string {
  const stem = slugOf(place);
  const own = new RegExp(`^${FOLDER}${stem}(?:-\\d+)?${ENDING.replace('.', '\\.')}$`);
  if (current.uses <= 1 && own.test(current.name)) return current.name;
  const slugs = taken.map((name) => name.toLowerCase()).filter((name) => name.startsWith(FOLDER));
  const stems = new Set(slugs.map((name) => name.slice(FOLDER.length, -ENDING.length)));
  return `${FOLDER}${freeSlug(stem, stems)}${ENDING}`;
}
