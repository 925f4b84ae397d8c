import type { Fact } from '../../log/facts';
import type { FactsOf } from '../../desk/app-model';
import * as events from './events';

const lower = (addresses: readonly string[]): string[] => addresses.map((one) => one.toLowerCase());

/** `courriel.envoye` (and `courriel.transfere`), `.lu`, `.classe`, `.supprime`, `.signale`: one fact per message concerned. */
export const mailFacts: FactsOf = (event): readonly Fact[] => {
  if (events.mailSent.is(event)) {
    const { mail, to, cc, bcc, subject, body, attachments, replyTo, forwardOf } = event.d;
    const sent = {
      courriel: mail,
      a: lower(to),
      cc: lower(cc),
      cci: lower(bcc),
      objet: subject,
      corps: body,
      pieces: attachments.map(({ name, kind }) => ({ nom: name, type: kind })),
      reponse_a: replyTo ?? null
    };
    const facts: Fact[] = [{ fait: 'courriel.envoye', ...sent }];
    if (forwardOf) facts.push({ fait: 'courriel.transfere', ...sent, origine: forwardOf });
    return facts;
  }
  if (events.mailRead.is(event)) return event.d.mails.map((id) => ({ fait: 'courriel.lu', courriel: id }));
  if (events.mailMoved.is(event)) {
    const { mails, folder } = event.d;
    return mails.map((id) => ({ fait: 'courriel.classe', courriel: id, dossier: folder }));
  }
  if (events.mailDeleted.is(event))
    return event.d.mails.map((id) => ({ fait: 'courriel.supprime', courriel: id }));
  if (events.mailReported.is(event))
    return event.d.mails.map((id) => ({ fait: 'courriel.signale', courriel: id }));
  return [];
};
