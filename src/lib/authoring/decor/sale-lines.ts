import { z } from 'zod';
import { ordersSchema, saleLineSchema } from '../../scenario/format-decor';
import { saleLinesOf } from '../../scenario/orders-of';
import type { SalesLine } from '../../scene/scene';
import type { Draft } from '../document/draft.svelte';
import { listIn, valueAt } from '../document/loose';

const linesSchema = z.array(saleLineSchema).min(1);

/** Lines being written as the order screen reads them; `null` while one of them cannot be read. */
export function linesWritten(draft: Draft, lines: readonly unknown[]): readonly SalesLine[] | null {
  const read = linesSchema.safeParse(lines);
  if (!read.success) return null;
  const articles = listIn(valueAt(draft.source, ['decor', 'commandes', 'articles'])).flatMap((article) => {
    const known = ordersSchema.shape.articles.element.safeParse(article);
    return known.success ? [known.data] : [];
  });
  return saleLinesOf(read.data, articles);
}
