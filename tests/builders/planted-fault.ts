import { expect } from 'vitest';
import { checkScenario } from '../../src/lib/scenario/check';
import { exampleFolder, type exampleTexts } from './example-scenario';

export type Texts = ReturnType<typeof exampleTexts>;
export type Edit = (texts: Texts) => void;

/** Changes one text of the documented example; fails when the text to change is not there. */
export const plant =
  (file: keyof Texts, from: string, to: string): Edit =>
  (texts) => {
    if (!texts[file].includes(from)) throw new Error(`the example has no ${from}`);
    texts[file] = texts[file].replace(from, () => to);
  };

/** Adds events to the example's script. */
export const adding =
  (script: string): Edit =>
  (texts) => {
    texts.scenario += `\n${script}\n`;
  };

/** Several changes, one after the other. */
export const both =
  (...edits: readonly Edit[]): Edit =>
  (texts) =>
    edits.forEach((edit) => edit(texts));

/** One planted fault: the code of its problem, the fault, the text that the accused line starts at or holds, a word of the message or the remedy. */
export type Fault = readonly [code: string, edit: Edit, at: string, word: string];

const FILES = { scenario: 'scenario.yaml', grid: 'grille.yaml', run: 'parcours/parfait.yaml' } as const;

/** Where a text stands in the example's files. Fails unless it stands there exactly once. */
function placeOf(texts: Texts, at: string): { file: string; line: number } {
  const found = (Object.keys(FILES) as (keyof Texts)[]).flatMap((key) =>
    texts[key]
      .split(at)
      .slice(0, -1)
      .map((_, index, parts) => ({
        file: FILES[key],
        line: parts
          .slice(0, index + 1)
          .join(at)
          .split('\n').length
      }))
  );
  if (found.length !== 1) throw new Error(`${found.length} places have ${at}`);
  return found[0]!;
}

/** A fault gives its problem, at its line, in words that help, and no other problem. */
export function expectOnly([code, edit, at, word]: Fault, severity?: 'erreur' | 'avertissement'): void {
  const place: { file: string; line: number }[] = [];
  const problems = checkScenario(
    exampleFolder((texts) => {
      edit(texts);
      place.push(placeOf(texts, at));
    })
  );
  expect(problems).toEqual([expect.objectContaining({ code, ...place[0], ...(severity && { severity }) })]);
  expect(`${problems[0]!.message} ${problems[0]!.fix}`).toContain(word);
}
