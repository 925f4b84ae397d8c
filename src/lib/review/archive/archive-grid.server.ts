import type { ReviewContext } from '../context.server';
import { gridOfCopy, type Copy } from '../copy/copies.server';
import { readJury } from '../jury/jury.server';
import { agreedMark } from '../grid/agreement';
import { agreementEvents, readAgreement, readSheet, sheetEvents } from '../grid/grid-store.server';
import { MARK_WORDS, type Mark, type Sheet } from '../grid/marks';
import { GRID_TYP } from '../pdf/documents.typ.server';
import { typesetPdf } from '../pdf/typst.server';
import type { Contents } from './pack.server';

const utf8 = new TextEncoder();
const json = (value: unknown) => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);
const word = (mark: Mark | null | undefined) => (mark ? MARK_WORDS[mark] : '—');

/** `grille/`: each juror’s events and marks, the agreement, and all of it as one PDF dated `at`. Jurors are numbered, not named. */
export async function gridFiles(ctx: ReviewContext, copy: Copy, at: number): Promise<Contents> {
  const pair = (await readJury(ctx.db.read, copy.session)).pairOf(copy.sitting);
  const grid = await gridOfCopy(ctx, copy);
  const files = new Map<string, Uint8Array>();
  const sheets: Sheet[] = [];
  for (const [index, juror] of pair.entries()) {
    const sheet = await readSheet(ctx.db.read, copy.sitting, juror.id);
    sheets.push(sheet);
    const events = await sheetEvents(ctx.db.read, copy.sitting, juror.id);
    files.set(`grille/jure-${index + 1}.json`, json({ sheet, events }));
  }
  const agreement = await readAgreement(ctx.db.read, copy.sitting);
  files.set(
    'grille/accord.json',
    json({ agreement, events: await agreementEvents(ctx.db.read, copy.sitting) })
  );
  const [first, second] = sheets;
  const both = first && second ? ([first, second] as const) : null;
  const side = (sheet: Sheet | undefined, id: string) =>
    [word(sheet?.marks[id]), sheet?.comments[id] ?? ''].filter(Boolean).join(' — ');
  const data = {
    title: `Grille d’évaluation — copie n°\u00a0${copy.number}`,
    generated: 'Pièce de l’archive',
    session: { name: `Copie n°\u00a0${copy.number}` },
    facts: [['Référentiel', (await ctx.jury(copy.scenarioHash)).referential]],
    competencies: grid.sections
      .flatMap((section) => section.competencies)
      .map(({ id, title, criteria }) => ({
        id,
        title,
        criteria: criteria.map((criterion) => ({
          id: criterion.id,
          wording: criterion.wording,
          first: side(first, criterion.id),
          second: side(second, criterion.id),
          agreed: both ? word(agreedMark(criterion.id, both, agreement)) : '—',
          motive: agreement.settled[criterion.id]?.motive ?? ''
        }))
      }))
  };
  files.set('grille/grille.pdf', typesetPdf(GRID_TYP, data, at));
  return files;
}
