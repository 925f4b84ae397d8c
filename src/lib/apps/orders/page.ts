import { formatCentsBare, formatRate, formatShortDate } from '../../kernel/format-fr';
import { parseStory } from '../../kernel/story-time';
import type { Firm, Product } from '../../scene/scene';
import { documentTotals, lineNetCents } from '../../scene/amounts';
import { dueDay } from './payment';
import { formatQuantity } from './rules';
import type { FiledDocument } from './state';
import { KIND_WORDS } from './words';

/** A sales document as its A4 page says it: texts only, so that screen, print and PDF cannot differ. */
export interface SalesPage {
  readonly title: string;
  /** Story day of the document, `2026-03-16`. */
  readonly day: string;
  /** `Brouillon` or `Annulé`, to print across; empty for a document in force. */
  readonly stamp: string;
  readonly color: string;
  readonly firm: { readonly name: string; readonly activity: string; readonly lines: readonly string[] };
  readonly customer: readonly string[];
  /** Label and value pairs under the title: date, customer number, due date, origin. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** False for a delivery note, which shows quantities alone. */
  readonly priced: boolean;
  readonly lines: readonly SalesPageLine[];
  readonly shares: readonly { readonly rate: string; readonly net: string; readonly vat: string }[];
  readonly totals: readonly { readonly label: string; readonly value: string }[];
  readonly due: { readonly label: string; readonly value: string };
  readonly note: string;
  /** Heading of the box to sign, empty when there is none. */
  readonly signature: string;
  readonly terms: readonly string[];
  /** Legal foot: form, capital, SIREN, VAT number. */
  readonly legal: string;
}
export interface SalesPageLine {
  readonly reference: string;
  readonly label: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly discount: string;
  readonly net: string;
  readonly vat: string;
}

const NBSP = '\u00a0';

/** `2026-03-16` → `16/03/2026`; a text that is no day stays as it is. */
export function shortDay(day: string): string {
  const ms = parseStory(day);
  return ms === null ? day : formatShortDate(ms);
}

/** `17/03/2026`, `17/3/26` or `17-3-2026` → `2026-03-17`; `null` when it is no day of the calendar. */
export function typedDay(text: string): string | null {
  const match = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseStory(iso) === null ? null : iso;
}

const sentence = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** Terms of an invoice: payment, late penalties and the 40 € indemnity (articles L. 441-10 and D. 441-5 of the Code de commerce). */
function invoiceTerms(firm: Firm, paymentTerms: string): string[] {
  return [
    `Conditions de règlement${NBSP}: ${sentence(paymentTerms)}`,
    sentence(
      firm.lateTerms ??
        `Pénalités de retard${NBSP}: taux directeur de la Banque centrale européenne majoré de 10${NBSP}points. Pas d’escompte pour paiement anticipé`
    ),
    `Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement${NBSP}: 40${NBSP}€.`
  ];
}

/** The page of a document as it was (or is): `filed` freezes the document, its customer and its origin. */
export function salesPage(
  firm: Firm,
  products: Readonly<Record<string, Product>>,
  filed: FiledDocument
): SalesPage {
  const { document: doc, customer, source } = filed;
  const totals = documentTotals(doc.lines);
  const words = KIND_WORDS[doc.kind];
  const due = doc.kind === 'invoice' ? dueDay(doc.date, customer.paymentTerms) : null;
  const facts = [
    { label: 'Date', value: shortDay(doc.date) },
    { label: `N°${NBSP}client`, value: customer.number }
  ];
  if (source)
    facts.push({
      label: doc.kind === 'credit' ? 'Sur la facture' : KIND_WORDS[source.kind].one,
      value: `${source.number} du ${shortDay(source.date)}`
    });
  if (due) facts.push({ label: 'Échéance', value: shortDay(due) });
  return {
    title: doc.number ? `${words.one} n°${NBSP}${doc.number}` : words.one,
    day: doc.date,
    stamp:
      doc.status === 'draft'
        ? 'Brouillon'
        : doc.status === 'cancelled'
          ? `Annulé${words.feminine ? 'e' : ''}`
          : '',
    color: firm.color,
    firm: {
      name: firm.name,
      activity: firm.activity,
      lines: [...firm.address, `Tél.${NBSP}${firm.phone}`, firm.email]
    },
    customer: [
      customer.name,
      ...(customer.contact ? [`À l’attention de ${customer.contact}`] : []),
      ...customer.address
    ],
    facts,
    priced: doc.kind !== 'delivery',
    lines: doc.lines.map((line) => {
      const product = line.product === null ? undefined : products[line.product];
      return {
        reference: product?.reference ?? '',
        label: line.label,
        quantity: formatQuantity(line.quantity),
        unit: product?.unit ?? '',
        price: formatCentsBare(line.priceCents),
        discount: line.discountBp > 0 ? formatRate(line.discountBp) : '',
        net: formatCentsBare(lineNetCents(line)),
        vat: formatRate(line.vatBp)
      };
    }),
    shares: totals.shares.map((share) => ({
      rate: formatRate(share.vatBp),
      net: formatCentsBare(share.netCents),
      vat: formatCentsBare(share.vatCents)
    })),
    totals: [
      ...(totals.discountCents > 0
        ? [
            { label: 'Total brut HT', value: `${formatCentsBare(totals.grossCents)}${NBSP}€` },
            { label: 'Remises', value: `−${NBSP}${formatCentsBare(totals.discountCents)}${NBSP}€` }
          ]
        : []),
      { label: 'Total HT', value: `${formatCentsBare(totals.netCents)}${NBSP}€` },
      { label: 'Total TVA', value: `${formatCentsBare(totals.vatCents)}${NBSP}€` }
    ],
    due: {
      label:
        doc.kind === 'invoice'
          ? 'Net à payer TTC'
          : doc.kind === 'credit'
            ? 'Net à votre crédit TTC'
            : 'Total TTC',
      value: `${formatCentsBare(totals.totalCents)}${NBSP}€`
    },
    note: doc.note ?? '',
    signature:
      doc.kind === 'quote' || doc.kind === 'order'
        ? `Bon pour accord${NBSP}: date, nom et signature`
        : doc.kind === 'delivery'
          ? `Réception${NBSP}: date, réserves éventuelles, nom et signature`
          : '',
    terms:
      doc.kind === 'invoice'
        ? invoiceTerms(firm, customer.paymentTerms)
        : doc.kind === 'quote' || doc.kind === 'order'
          ? [`Conditions de règlement${NBSP}: ${sentence(customer.paymentTerms)}`]
          : [],
    legal: legalLine(firm)
  };
}

/** `Verdelis — SAS au capital de 80 000 € — SIREN 000 000 000 — TVA FR00000000000`. */
function legalLine(firm: Firm): string {
  const capital = firm.capital && !firm.legalForm.includes('capital') ? `au capital de ${firm.capital}` : '';
  return [
    [firm.name, [firm.legalForm, capital].filter(Boolean).join(' ')].join(', '),
    `SIREN${NBSP}${firm.siren}`,
    `N°${NBSP}TVA${NBSP}${firm.vatNumber}`
  ].join(' — ');
}
