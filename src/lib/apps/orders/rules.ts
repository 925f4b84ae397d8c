import { formatCents } from '../../kernel/format-fr';
import { documentTotals } from '../../scene/amounts';
import { counts, creditedCents, remaining, sourceOf } from './selectors';
import { lineKey, type OrdersDocument, type OrdersState } from './state';
import { KIND_WORDS } from './words';
import type { SalesDocumentKind } from '../../scene/scene';

/** A rule of the trade that a command does not satisfy, in words for the candidate. `code` is stable. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

const refusal = (code: string, message: string): Refusal => ({ code, message });
const number = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 3 });

/** Quantities for people: `40`, `2,5`. */
export const formatQuantity = (quantity: number): string => number.format(quantity);

/** What each kind may be made into. */
export const NEXT_KINDS: Readonly<Record<SalesDocumentKind, readonly SalesDocumentKind[]>> = {
  quote: ['order'],
  order: ['delivery', 'invoice'],
  delivery: ['invoice'],
  invoice: ['credit'],
  credit: []
};

const LOCKED: Readonly<Record<SalesDocumentKind, string>> = {
  quote:
    'Ce devis est validé et ne peut plus être modifié\u00a0: annulez-le et refaites-le si une ligne est fausse.',
  order:
    'Cette commande est validée et ne peut plus être modifiée\u00a0: annulez-la et refaites-la si une ligne est fausse.',
  delivery:
    'Ce bon de livraison est validé et ne peut plus être modifié\u00a0: annulez-le et refaites-le si une ligne est fausse.',
  invoice:
    'Cette facture est validée et ne peut plus être modifiée\u00a0: pour la corriger, établissez un avoir.',
  credit: 'Cet avoir est validé et ne peut plus être modifié.'
};

/** Why a document cannot be changed, or `null`. */
export function whyLocked(doc: OrdersDocument): Refusal | null {
  if (doc.status === 'draft') return null;
  return refusal('document.locked', LOCKED[doc.kind]);
}

/** Why a document of `kind` cannot be made from `source`, or `null`. */
export function whyNotTransformable(
  state: OrdersState,
  source: OrdersDocument,
  kind: SalesDocumentKind
): Refusal | null {
  const { this: thisOne, feminine } = KIND_WORDS[source.kind];
  const e = feminine ? 'e' : '';
  const subject = thisOne.charAt(0).toUpperCase() + thisOne.slice(1);
  if (!NEXT_KINDS[source.kind].includes(kind))
    return refusal(
      'chain.not-next',
      `On ne tire pas ${KIND_WORDS[kind].a} ${KIND_WORDS[source.kind].ofThe}.`
    );
  if (source.status === 'draft')
    return refusal(
      'chain.draft',
      `${subject} est un brouillon\u00a0: validez-${feminine ? 'la' : 'le'} d’abord.`
    );
  if (source.status === 'cancelled') return refusal('chain.cancelled', `${subject} est annulé${e}.`);
  const left = remaining(state, source, kind, { withDrafts: true });
  if ([...left.values()].some((quantity) => quantity > 0)) return null;
  const done: Record<SalesDocumentKind, string> = {
    quote: '',
    order: 'est déjà repris dans une commande',
    delivery: 'est déjà entièrement livrée ou en cours de livraison',
    invoice: `est déjà entièrement facturé${e} ou en cours de facturation`,
    credit: 'est déjà entièrement couverte par des avoirs'
  };
  return refusal('chain.used-up', `${subject} ${done[kind]}.`);
}

/** Articles of a draft that exceed what its source still offers. */
function excesses(state: OrdersState, doc: OrdersDocument, source: OrdersDocument): Refusal[] {
  if (doc.kind === 'order') return [];
  const offers = new Map(remaining(state, source, doc.kind, { except: doc.id, withDrafts: false }));
  const refusals: Refusal[] = [];
  for (const line of doc.lines) {
    const key = lineKey(line);
    const offered = offers.get(key);
    if (offered === undefined) {
      // A credit note may carry a gesture of goodwill, an invoice a late cost: free lines have no source.
      if (line.product === null) continue;
      refusals.push(
        refusal(
          'line.foreign',
          `«\u00a0${line.label}\u00a0» ne figure pas sur ${KIND_WORDS[source.kind].the} d’origine.`
        )
      );
      continue;
    }
    offers.set(key, offered - line.quantity);
    if (line.quantity <= offered) continue;
    const left = formatQuantity(Math.max(0, offered));
    const what = { quote: '', order: '', delivery: 'livrer', invoice: 'facturer', credit: 'créditer' }[
      doc.kind
    ];
    refusals.push(
      refusal(
        `line.exceeds-${doc.kind}`,
        `«\u00a0${line.label}\u00a0»\u00a0: quantité ${formatQuantity(line.quantity)}, alors qu’il reste ${left} à ${what}.`
      )
    );
  }
  return refusals;
}

/** Prices of a credit note are those of its invoice. */
function changedPrices(doc: OrdersDocument, invoice: OrdersDocument): Refusal[] {
  return doc.lines
    .filter((line) => {
      const billed = invoice.lines.filter((other) => line.product !== null && other.product === line.product);
      const same = billed.some(
        (other) =>
          other.priceCents === line.priceCents &&
          other.discountBp === line.discountBp &&
          other.vatBp === line.vatBp
      );
      return billed.length > 0 && !same;
    })
    .map((line) =>
      refusal(
        'line.price-changed',
        `«\u00a0${line.label}\u00a0»\u00a0: un avoir garde le prix, la remise et la TVA de la facture.`
      )
    );
}

/** Everything that stops a draft from being validated; empty when nothing does. */
export function whyNotValid(state: OrdersState, doc: OrdersDocument): readonly Refusal[] {
  const locked = whyLocked(doc);
  if (locked) return [locked];
  if (doc.lines.length === 0) return [refusal('lines.none', 'Ajoutez au moins une ligne avant de valider.')];
  const refusals: Refusal[] = [];
  doc.lines.forEach((line, index) => {
    const row = `Ligne ${index + 1}`;
    if (!line.label.trim()) refusals.push(refusal('line.no-label', `${row}\u00a0: la désignation manque.`));
    if (line.quantity <= 0)
      refusals.push(refusal('line.no-quantity', `${row}\u00a0: la quantité doit être supérieure à zéro.`));
  });
  const source = sourceOf(state, doc);
  if (doc.kind === 'credit') {
    if (!source || source.kind !== 'invoice' || !counts(source))
      return [refusal('credit.no-invoice', 'Un avoir se rapporte à une facture validée.')];
    refusals.push(...changedPrices(doc, source));
  }
  if (source) refusals.push(...excesses(state, doc, source));
  if (doc.kind === 'credit' && source && refusals.length === 0) {
    const left = documentTotals(source.lines).totalCents - creditedCents(state, source.id, doc.id);
    const asked = documentTotals(doc.lines).totalCents;
    if (asked > left)
      refusals.push(
        refusal(
          'credit.exceeds-invoice',
          `L’avoir (${formatCents(asked)} TTC) dépasse ce qui reste de la facture (${formatCents(left)} TTC).`
        )
      );
  }
  return refusals;
}
