import type { Fact, FactValue } from '../../log/facts';
import type { DeskEvent } from '../../log/entry';
import type { TreeState } from '../../desk/files/model';
import { formatCents } from '../../kernel/format-fr';
import type { Scene } from '../../scene/scene';
import type { Trace, TraceGroup } from './copy-file';
import { showingOf } from './showing';

const NBSP = '\u00a0';
const words = (value: FactValue | undefined): string => (typeof value === 'string' ? value : '');
const list = (value: FactValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : words(value);

/** Documents of the order screen as facts name them. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  devis: 'Devis',
  commande: 'Commande',
  livraison: 'Bon de livraison',
  facture: 'Facture',
  avoir: 'Avoir'
};
const DONE: Readonly<Record<string, string>> = {
  'piece.creee': 'Créé en brouillon',
  'piece.validee': 'Validé',
  'piece.acceptee': 'Accepté',
  'piece.annulee': 'Annulé',
  'piece.imprimee': 'Imprimé',
  'rendezvous.cree': 'Rendez-vous créé',
  'rendezvous.modifie': 'Rendez-vous modifié',
  'rendezvous.supprime': 'Rendez-vous supprimé'
};

interface Told {
  readonly group: TraceGroup;
  readonly title: string;
  readonly detail: string;
  readonly lines?: readonly { readonly label: string; readonly value: string }[];
}

/** A story instant of a fact, `2026-03-18 14:00`, as people write it. */
const moment = (value: FactValue | undefined): string =>
  words(value).replace(/^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}).*$/, `$3/$2 à $4${NBSP}h${NBSP}$5`);

function tell(fact: Fact, scene: Scene): Told | null {
  const person = (id: string) => scene.people.find((one) => one.id === id)?.name ?? id;
  const customer = (id: string) => scene.orders.customers.find((one) => one.id === id)?.name ?? id;
  switch (fact.fait) {
    case 'courriel.envoye':
      return {
        group: 'mails',
        title: words(fact.objet) || '(sans objet)',
        detail: `À${NBSP}: ${list(fact.a)}`
      };
    case 'message.pris':
      return {
        group: 'notes',
        title: `Message pour ${person(words(fact.pour))}`,
        detail: 'Fiche de message téléphonique',
        lines: [
          { label: 'Pour', value: person(words(fact.pour)) },
          { label: 'Message', value: words(fact.texte) }
        ]
      };
    case 'note.client':
      return {
        group: 'notes',
        title: `Note — ${customer(words(fact.client))}`,
        detail: 'Fiche du client',
        lines: [
          { label: 'Client', value: customer(words(fact.client)) },
          { label: 'Note', value: words(fact.texte) }
        ]
      };
    case 'rendezvous.cree':
    case 'rendezvous.modifie':
    case 'rendezvous.supprime':
      return {
        group: 'agenda',
        title: words(fact.titre) || 'Rendez-vous',
        detail: `${DONE[fact.fait]} — ${moment(fact.debut)}`
      };
    case 'piece.creee':
    case 'piece.validee':
    case 'piece.acceptee':
    case 'piece.annulee':
    case 'piece.imprimee': {
      const kind = DOCUMENTS[words(fact.type)] ?? 'Document';
      const total = typeof fact.total === 'number' ? ` — ${formatCents(fact.total)} TTC` : '';
      return {
        group: fact.fait === 'piece.imprimee' ? 'prints' : 'documents',
        title: `${kind} ${words(fact.numero)}`.trim(),
        detail: `${DONE[fact.fait]}${total}`
      };
    }
    case 'document.remis':
      return { group: 'hand-ins', title: words(fact.nom) || 'Remise', detail: 'Remis par le candidat' };
    default:
      return null;
  }
}

/** The traces that one event of the candidate leaves. */
export function tracesOf(
  event: DeskEvent & { readonly n: number },
  facts: readonly Fact[],
  scene: Scene,
  tree: TreeState
): readonly Trace[] {
  const { n, t } = event;
  if (event.type === 'shell.printed') {
    const title = words((event.d as { title?: string } | null)?.title) || 'Impression';
    const showing = {
      kind: 'facts',
      title: 'Impression',
      lines: [{ label: 'Document', value: title }]
    } as const;
    return [{ n, t, group: 'prints', title, detail: 'Imprimé', showing }];
  }
  return facts.flatMap((fact) => {
    const told = tell(fact, scene);
    if (!told) return [];
    const { lines, ...line } = told;
    const showing = lines ? ({ kind: 'facts', title: told.title, lines } as const) : showingOf(event, tree);
    return [{ n, t, ...line, showing }];
  });
}
