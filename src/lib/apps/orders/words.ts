import type { SalesDocumentKind } from '../../scene/scene';
import type { Progress } from './selectors';
import type { OrdersDocument, Section } from './state';

/** Every word of a kind of document, with its gender for « le devis validé », « la facture validée ». */
interface KindWords {
  readonly one: string;
  readonly many: string;
  /** With its article: « le devis », « la facture ». */
  readonly the: string;
  /** « ce devis », « cette facture ». */
  readonly this: string;
  /** « du devis », « de la facture ». */
  readonly ofThe: string;
  /** « un devis », « une facture ». */
  readonly a: string;
  readonly new: string;
  readonly feminine: boolean;
}

export const KIND_WORDS: Readonly<Record<SalesDocumentKind, KindWords>> = {
  quote: {
    one: 'Devis',
    many: 'Devis',
    the: 'le devis',
    this: 'ce devis',
    ofThe: 'du devis',
    a: 'un devis',
    new: 'Nouveau devis',
    feminine: false
  },
  order: {
    one: 'Commande',
    many: 'Commandes',
    the: 'la commande',
    this: 'cette commande',
    ofThe: 'de la commande',
    a: 'une commande',
    new: 'Nouvelle commande',
    feminine: true
  },
  delivery: {
    one: 'Bon de livraison',
    many: 'Livraisons',
    the: 'le bon de livraison',
    this: 'ce bon de livraison',
    ofThe: 'du bon de livraison',
    a: 'un bon de livraison',
    new: 'Nouveau bon de livraison',
    feminine: false
  },
  invoice: {
    one: 'Facture',
    many: 'Factures',
    the: 'la facture',
    this: 'cette facture',
    ofThe: 'de la facture',
    a: 'une facture',
    new: 'Nouvelle facture',
    feminine: true
  },
  credit: {
    one: 'Avoir',
    many: 'Avoirs',
    the: 'l’avoir',
    this: 'cet avoir',
    ofThe: 'de l’avoir',
    a: 'un avoir',
    new: 'Nouvel avoir',
    feminine: false
  }
};

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  quote: 'Devis',
  order: 'Commandes',
  delivery: 'Livraisons',
  invoice: 'Factures',
  credit: 'Avoirs',
  customers: 'Clients',
  products: 'Articles et stock'
};

/** « Facture FA-2026-0387 », « Facture (brouillon) ». */
export const titleOf = (doc: Pick<OrdersDocument, 'kind' | 'number'>): string =>
  `${KIND_WORDS[doc.kind].one} ${doc.number ?? '(brouillon)'}`;

type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'alert' | 'violet';

/** Words and tone of a document's pill. */
export function progressWords(kind: SalesDocumentKind, progress: Progress): { label: string; tone: Tone } {
  const e = KIND_WORDS[kind].feminine ? 'e' : '';
  switch (progress) {
    case 'draft':
      return { label: 'Brouillon', tone: 'warn' };
    case 'cancelled':
      return { label: `Annulé${e}`, tone: 'neutral' };
    case 'validated':
      if (kind === 'quote') return { label: 'Émis', tone: 'accent' };
      if (kind === 'order') return { label: 'À livrer', tone: 'accent' };
      if (kind === 'delivery') return { label: 'À facturer', tone: 'accent' };
      return { label: `Validé${e}`, tone: kind === 'invoice' ? 'accent' : 'ok' };
    case 'accepted':
      return { label: 'Accepté', tone: 'ok' };
    case 'ordered':
      return { label: 'Commandé', tone: 'ok' };
    case 'partly-delivered':
      return { label: 'Livrée en partie', tone: 'accent' };
    case 'delivered':
      return { label: `Livré${e}`, tone: 'ok' };
    case 'invoiced':
      return { label: `Facturé${e}`, tone: 'ok' };
    case 'partly-credited':
      return { label: 'Avoir partiel', tone: 'violet' };
    case 'credited':
      return { label: 'Avoir total', tone: 'violet' };
    case 'paid':
      return { label: 'Réglée', tone: 'ok' };
  }
}
