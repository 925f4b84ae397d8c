import type { z } from 'zod';
import type { OrdersDecor, SalesDocument, SalesDocumentKind, SalesLine } from '../scene/scene';
import { hundredths } from './compile-values';
import type { DOCUMENT_KINDS, ordersSchema, SaleLineSource } from './format-decor';

type OrdersSource = z.infer<typeof ordersSchema>;

const KINDS: Readonly<Record<(typeof DOCUMENT_KINDS)[number], SalesDocumentKind>> = {
  devis: 'quote',
  commande: 'order',
  livraison: 'delivery',
  facture: 'invoice',
  avoir: 'credit'
};
const STATUSES = {
  brouillon: 'draft',
  valide: 'validated',
  accepte: 'accepted',
  livre: 'delivered',
  facture: 'invoiced',
  regle: 'paid',
  annule: 'cancelled'
} as const satisfies Record<string, SalesDocument['status']>;

const EMPTY: OrdersDecor = {
  customers: [],
  products: [],
  documents: [],
  lastNumbers: {
    quote: 'DE-0000',
    order: 'CO-0000',
    delivery: 'BL-0000',
    invoice: 'FA-0000',
    credit: 'AV-0000'
  },
  notes: []
};

/** Lines of a sales document: what a line omits comes from its article. */
export function saleLinesOf(
  lines: readonly SaleLineSource[],
  articles: OrdersSource['articles']
): readonly SalesLine[] {
  return lines.map((item) => {
    const product = articles.find(({ id }) => id === item.article);
    return {
      product: product?.id ?? null,
      label: item.designation ?? product?.designation ?? '',
      quantity: item.quantite,
      priceCents: hundredths(item.prix ?? product?.prix ?? 0),
      discountBp: hundredths(item.remise ?? 0),
      vatBp: hundredths(item.tva ?? product?.tva ?? 20)
    };
  });
}

/** The order screen's decor: euros become cents, per cents basis points, a line takes what it omits from its product. */
export function ordersOf(source: OrdersSource | undefined): OrdersDecor {
  if (!source) return EMPTY;
  return {
    customers: source.clients.map((customer) => ({
      id: customer.id,
      number: customer.numero,
      name: customer.nom,
      ...(customer.contact && { contact: customer.contact }),
      address: customer.adresse,
      ...(customer.courriel && { email: customer.courriel }),
      ...(customer.tel && { phone: customer.tel }),
      paymentTerms: customer.reglement,
      discountBp: hundredths(customer.remise ?? 0)
    })),
    products: source.articles.map((product) => ({
      id: product.id,
      reference: product.reference,
      label: product.designation,
      unit: product.unite,
      priceCents: hundredths(product.prix),
      vatBp: hundredths(product.tva),
      stock: product.stock
    })),
    documents: (source.documents ?? []).map((document) => ({
      id: document.id,
      kind: KINDS[document.type],
      number: document.numero,
      customer: document.client,
      date: document.date,
      status: STATUSES[document.etat],
      ...(document.origine && { source: document.origine }),
      ...(document.note && { note: document.note }),
      lines: saleLinesOf(document.lignes, source.articles)
    })),
    lastNumbers: {
      quote: source.derniers_numeros.devis,
      order: source.derniers_numeros.commande,
      delivery: source.derniers_numeros.livraison,
      invoice: source.derniers_numeros.facture,
      credit: source.derniers_numeros.avoir
    },
    notes: (source.notes ?? []).map(({ id, client, le, auteur, texte }) => ({
      id,
      customer: client,
      at: le,
      author: auteur,
      text: texte
    }))
  };
}
