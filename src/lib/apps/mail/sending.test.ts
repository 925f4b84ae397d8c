import { describe, expect, it } from 'vitest';
import { isAddress, parseRecipients, suggestPeople } from './addresses';
import { blankDraft, forwardDraft, ownText, replyDraft } from './compose';
import { MailBench } from './mail.fixture';
import { announcesAttachment, checkSending } from './sending';

const nameOf = (address: string) => address;
const bench = new MailBench();
const draft = { to: ['a@b.fr'], cc: [], bcc: [], subject: 'Devis', body: 'Bonjour', attachments: [] };

describe('addresses', () => {
  it.each(['j.aubry@clos-angevin.example', 'A@B.fr', 'x+y@a-b.co.uk'])('takes %s', (one) =>
    expect(isAddress(one)).toBe(true)
  );
  it.each(['jean', 'jean@', '@b.fr', 'jean@b', 'jean aubry@b.fr', 'a@b..fr', 'a@-b.fr', 'é@b.fr'])(
    'refuses %s',
    (one) => expect(isAddress(one)).toBe(false)
  );
  it('splits what is pasted, without doubles', () => {
    expect(parseRecipients('Jean <a@b.fr>; c@d.fr, A@B.fr\n')).toEqual(['a@b.fr', 'c@d.fr']);
  });
  it('completes from the directory, without accents, leaving out those already there', () => {
    expect(suggestPeople(bench.scene.people, 'lefev', []).map((one) => one.id)).toEqual(['conducteur']);
    expect(suggestPeople(bench.scene.people, 'lefev', ['H.Lefevre@verdelis.example'])).toEqual([]);
  });
});

describe('before sending', () => {
  it('has nothing to say of a whole message', () => expect(checkSending(draft)).toEqual([]));
  it('wants a recipient', () => {
    expect(checkSending({ ...draft, to: [] })).toMatchObject([{ kind: 'problem', field: 'to' }]);
  });
  it('takes a message with hidden recipients only', () => {
    expect(checkSending({ ...draft, to: [], bcc: ['a@b.fr'] })).toEqual([]);
  });
  it('names the malformed address', () => {
    const [check] = checkSending({ ...draft, cc: ['jean aubry'] });
    expect(check).toMatchObject({ kind: 'problem', field: 'cc' });
    expect(check?.kind === 'problem' && check.text).toContain('jean aubry');
  });
  it('asks about an empty subject and an attachment announced but absent', () => {
    const checks = checkSending({ ...draft, subject: ' ', body: 'Vous trouverez ci-joint notre devis.' });
    expect(checks.map((one) => one.kind)).toEqual(['question', 'question']);
  });
  it.each([
    'en pièce jointe',
    'Pièces jointes : 2',
    'ci-jointe la facture',
    'je vous joins la liste',
    'voir PJ.'
  ])('understands « %s »', (text) => expect(announcesAttachment(text)).toBe(true));
  it.each([
    'Vous pouvez me joindre au 101',
    'Nous vous rejoignons',
    'le compte joint',
    'une pièce de rechange'
  ])('does not take « %s » for one', (text) => expect(announcesAttachment(text)).toBe(false));
  it('does not read the quoted message', () => {
    const received = { ...bench.state.messages['m-1']!, body: 'Ci-joint la photo.' };
    expect(announcesAttachment(replyDraft(bench.state, received, false, nameOf).body)).toBe(false);
  });
});

describe('answers', () => {
  const message = {
    ...bench.state.messages['m-2']!,
    to: ['accueil@verdelis.example', 'h.lefevre@verdelis.example'],
    subject: 'RE: TR: Congés'
  };
  it('go to the sender alone', () => {
    const reply = replyDraft(bench.state, message, false, nameOf);
    expect(reply).toMatchObject({
      to: ['n.benali@verdelis.example'],
      cc: [],
      subject: 'RE\u00a0: Congés',
      replyTo: 'm-2'
    });
    expect(ownText(reply.body)).toContain('Le secrétariat');
    expect(reply.body).toContain('Envoyé\u00a0: lundi 16\u00a0mars 2026 17:40');
  });
  it('go to all, never to oneself', () => {
    const reply = replyDraft(bench.state, message, true, nameOf);
    expect(reply.to).toEqual(['n.benali@verdelis.example', 'h.lefevre@verdelis.example']);
    expect(reply.cc).toEqual(['c.morvan@verdelis.example']);
  });
  it('forward carries the pieces', () => {
    const attachments = [{ name: 'a.pdf', kind: 'pdf' as const, mediaType: 'application/pdf', size: 3 }];
    const forward = forwardDraft(bench.state, { ...message, attachments }, nameOf);
    expect(forward).toMatchObject({
      to: [],
      subject: 'TR\u00a0: Congés',
      attachments: [{ name: 'a.pdf', fromMail: 'm-2' }]
    });
  });
  it('a blank message ends with the signature', () => {
    expect(blankDraft(bench.state, { body: 'Bonjour,' }).body).toMatch(/^Bonjour,\n\nLe secrétariat/);
  });
});
