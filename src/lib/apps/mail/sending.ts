import { isAddress } from './addresses';
import { ownText } from './compose';
import type { Draft } from './types';

/** What stands in the way of sending: `problem` must be mended, `question` may be passed over. */
export type SendingCheck =
  | { readonly kind: 'problem'; readonly field: 'to' | 'cc' | 'bcc'; readonly text: string }
  | { readonly kind: 'question'; readonly title: string; readonly body: string; readonly confirm: string };

const ANNOUNCES =
  /pi[èe]ces?[\s-]+jointes?|\bci[\s-]?joint(?:e|s|es)?\b|\bci[\s-]?inclus(?:e|es)?\b|\bp\.?j\.?(?=[\s:,;.)]|$)|\bje\s+(?:vous\s+|te\s+)?joins\b|\bnous\s+(?:vous\s+)?joignons\b|(?:fichiers?|documents?)\s+joints?|en\s+pi[èe]ce\s+jointe/iu;

/** True when the writer's own words announce an attachment. */
export const announcesAttachment = (body: string): boolean => ANNOUNCES.test(ownText(body));

const FIELDS = [
  ['to', 'À'],
  ['cc', 'Cc'],
  ['bcc', 'Cci']
] as const;

/** Everything to say before a draft leaves, in the order in which to say it. Empty when it may leave. */
export function checkSending(draft: Omit<Draft, 'id' | 'at'>): readonly SendingCheck[] {
  const checks: SendingCheck[] = [];
  if (!draft.to.length && !draft.cc.length && !draft.bcc.length)
    checks.push({
      kind: 'problem',
      field: 'to',
      text: 'Ce message n’a pas de destinataire. Indiquez au moins une adresse.'
    });
  for (const [field, label] of FIELDS)
    for (const address of draft[field].filter((one) => !isAddress(one)))
      checks.push({
        kind: 'problem',
        field,
        text: `«\u00a0${address}\u00a0» (${label}) n’est pas une adresse complète, par exemple nom@entreprise.fr.`
      });
  if (!draft.subject.trim())
    checks.push({
      kind: 'question',
      title: 'Envoyer sans objet\u00a0?',
      body: 'Ce message n’a pas d’objet. Le destinataire ne saura pas de quoi il s’agit avant de l’ouvrir.',
      confirm: 'Envoyer sans objet'
    });
  if (!draft.attachments.length && announcesAttachment(draft.body))
    checks.push({
      kind: 'question',
      title: 'Envoyer sans pièce jointe\u00a0?',
      body: 'Vous parlez d’une pièce jointe, mais aucune n’est jointe à ce message.',
      confirm: 'Envoyer sans pièce jointe'
    });
  return checks;
}
