import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { parseStory } from '../../kernel/story-time';
import type { ExportResources } from '../../desk/app-model';
import * as events from './events';
import { mailDate, mailExporter } from './files.server';
import { MailBench } from './mail.fixture';

const pdf = new TextEncoder().encode('%PDF-1.7 avoir');
const resources: ExportResources = {
  blob: () => Promise.resolve(pdf),
  file: (file) =>
    Promise.resolve([{ name: `${file}.docx`, mediaType: 'x/y', bytes: new Uint8Array([1, 2, 3]) }])
};
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function exported() {
  const bench = new MailBench().does(
    events.mailSent({
      mail: 'd-1',
      to: ['j.aubry@clos-angevin.example'],
      cc: ['c.morvan@verdelis.example'],
      bcc: ['n.benali@verdelis.example'],
      subject:
        'Réclamation du 17 mars : suite donnée à votre demande — avoir joint à ce message, à conserver',
      body: 'Monsieur,\n\nNous vous adressons un avoir de 414,00\u00a0€ TTC — pièce jointe.\n.\nFrom nous',
      attachments: [
        {
          name: 'Avoir n° 31 — été.pdf',
          kind: 'pdf',
          mediaType: 'application/pdf',
          size: 14,
          blob: 'a'.repeat(64)
        },
        { name: 'Lettre.docx', kind: 'text', mediaType: docx, size: 3, file: 'copy-1' }
      ],
      replyTo: 'm-1'
    }),
    events.mailDraftSaved({ mail: 'd-2', subject: 'À finir' })
  );
  const files = await mailExporter.exportAll(bench.reader(), resources);
  return { files, mails: await Promise.all(files.map((file) => PostalMime.parse(file.bytes))) };
}

describe('the box as .eml files', () => {
  it('has every message and draft, oldest first, under distinct names', async () => {
    const { files } = await exported();
    expect(files.map((file) => file.name.slice(0, 40))).toEqual([
      'Réception 2026-03-16 17h40 Congés de mar',
      'Réception 2026-03-17 08h12 Jardinières c',
      'Envoyés 2026-03-17 08h31 Réclamation du ',
      'Brouillons 2026-03-17 08h31 À finir.eml'
    ]);
  });

  it('is read again as it was written', async () => {
    const sent = (await exported()).mails[2]!;
    expect(sent.subject).toContain('suite donnée à votre demande — avoir joint');
    expect(sent.from).toMatchObject({ address: 'accueil@verdelis.example' });
    expect(sent.to).toEqual([{ name: 'Jean Aubry', address: 'j.aubry@clos-angevin.example' }]);
    expect(sent.bcc).toEqual([{ name: 'Nadia Benali', address: 'n.benali@verdelis.example' }]);
    expect(sent.text?.replace(/\r\n/g, '\n').trimEnd()).toBe(
      'Monsieur,\n\nNous vous adressons un avoir de 414,00\u00a0€ TTC — pièce jointe.\n.\nFrom nous'
    );
    expect(sent.inReplyTo).toBe('<m-1@plateau.invalid>');
    expect(new Date(sent.date!).toISOString()).toBe('2026-03-17T07:31:00.000Z');
    expect(sent.attachments.map((one) => one.filename)).toEqual(['Avoir n° 31 — été.pdf', 'Lettre.docx']);
    expect(new Uint8Array(sent.attachments[0]!.content as ArrayBuffer)).toEqual(pdf);
    expect(sent.attachments[1]!.mimeType).toBe(docx);
  });

  it('marks a draft as not sent', async () => {
    const draft = (await exported()).mails[3]!;
    expect(draft.headers).toContainEqual(expect.objectContaining({ key: 'x-unsent', value: '1' }));
  });

  it('is the same twice, byte for byte', async () => {
    const [one, other] = [await exported(), await exported()];
    expect(other.files).toEqual(one.files);
  });

  it('dates by the clock of the story, in winter and in summer', () => {
    expect(mailDate(parseStory('2026-03-17 08:31')!)).toBe('Tue, 17 Mar 2026 08:31:00 +0100');
    expect(mailDate(parseStory('2026-07-01 14:05')!)).toBe('Wed, 01 Jul 2026 14:05:00 +0200');
  });
});
