import MailComposer from 'nodemailer/lib/mail-composer';
import type { Exporter, ExportResources, StandardFile } from '../../desk/app-model';
import type { StoryMs } from '../../kernel/story-time';
import { storyIso } from '../../kernel/story-time';
import { directory } from './addresses';
import { DRAFTS, type CarriedAttachment, type Draft, type MailState, type Message } from './types';

const paris = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });

/** RFC 5322 date of a story instant: the wall time of the story, with the offset of Paris on that day. */
export function mailDate(at: StoryMs): string {
  const zone = paris.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT+01:00';
  const offset = zone.replace('GMT', '').replace(':', '') || '+0000';
  return new Date(at).toUTCString().replace('GMT', offset);
}

const messageId = (mail: string): string => `<${mail}@plateau.invalid>`;

async function bytesOf(piece: CarriedAttachment, resources: ExportResources): Promise<Uint8Array | null> {
  const file = piece.file ? (await resources.file(piece.file))[0] : undefined;
  if (file) return file.bytes;
  return piece.blob ? resources.blob(piece.blob) : null;
}

/** One message or draft as RFC 5322 text. Drafts carry `X-Unsent: 1`; pieces whose bytes nobody has are named in a header. */
async function eml(
  mail: Message | Draft,
  state: MailState,
  nameOf: (address: string) => string,
  resources?: ExportResources
): Promise<Uint8Array> {
  const attachments: { filename: string; content: Buffer; contentType: string }[] = [];
  const missing: string[] = [];
  for (const piece of mail.attachments) {
    const bytes = resources ? await bytesOf(piece, resources) : null;
    if (bytes)
      attachments.push({ filename: piece.name, content: Buffer.from(bytes), contentType: piece.mediaType });
    else missing.push(piece.name);
  }
  const party = (address: string) => ({ name: nameOf(address), address });
  const from = 'from' in mail ? mail.from : { name: '', email: state.address };
  const parent = mail.replyTo ?? mail.forwardOf;
  const node = new MailComposer({
    from: { name: from.name || nameOf(from.email), address: from.email },
    to: mail.to.map(party),
    cc: mail.cc.map(party),
    bcc: mail.bcc.map(party),
    subject: mail.subject,
    text: mail.body,
    date: mailDate(mail.at),
    messageId: messageId(mail.id),
    ...(parent && { references: messageId(parent) }),
    ...(mail.replyTo && { inReplyTo: messageId(mail.replyTo) }),
    headers: {
      ...('from' in mail ? {} : { 'X-Unsent': '1' }),
      ...('high' in mail && mail.high ? { Importance: 'high', 'X-Priority': '1' } : {}),
      ...(missing.length ? { 'X-Plateau-Missing-Attachment': missing.join(', ') } : {})
    },
    attachments,
    // Same mail, same bytes: the archive is compared by its hashes.
    baseBoundary: mail.id
  }).compile();
  node.keepBcc = true;
  return node.build();
}

const fileSafe = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();

/** `Envoyés 2026-03-17 08h47 RE Devis.eml` */
function emlName(folder: string, mail: Message | Draft): string {
  const [day, clock] = storyIso(mail.at).split('T') as [string, string];
  return `${fileSafe(folder)} ${day} ${clock.replace(':', 'h')} ${fileSafe(mail.subject) || 'Sans objet'}`;
}

/** Every message and draft of the box as `.eml`, oldest first, those deleted for good included. */
export const mailExporter: Exporter = {
  app: 'mail',
  async exportAll(desk, resources) {
    const state = desk.state<MailState>('mail');
    const people = directory(desk.scene.people);
    const nameOf = (address: string) => people.get(address.toLowerCase())?.name ?? '';
    const folderOf = (mail: Message | Draft) => ('from' in mail ? (mail.folder ?? 'Effacés') : DRAFTS);
    const mails = [...Object.values(state.messages), ...Object.values(state.drafts)].sort(
      (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)
    );
    const files: StandardFile[] = [];
    const used = new Map<string, number>();
    for (const mail of mails) {
      const base = emlName(folderOf(mail), mail);
      const count = (used.get(base) ?? 0) + 1;
      used.set(base, count);
      files.push({
        name: count === 1 ? `${base}.eml` : `${base} (${count}).eml`,
        mediaType: 'message/rfc822',
        bytes: new Uint8Array(await eml(mail, state, nameOf, resources))
      });
    }
    return files;
  }
};
