import type { AppId } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import type { DeskEvent } from '../../log/entry';
import type { SentMail, Showing } from './copy-file';

const FILE_APPS: Readonly<Record<string, AppId>> = { text: 'text', sheet: 'sheet', pdf: 'orders' };

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The message that a `mail.sent` event carries. */
export function sentMail(event: DeskEvent): SentMail {
  const d = record(event.d);
  const pieces = Array.isArray(d.attachments) ? d.attachments : [];
  return {
    to: texts(d.to),
    cc: texts(d.cc),
    bcc: texts(d.bcc),
    subject: text(d.subject),
    body: text(d.body),
    attachments: pieces.map((piece) => ({ name: text(record(piece).name) })),
    t: event.t
  };
}

/** The file that an event names: a frozen copy first, since it is what was handed in. */
export function fileOf(event: DeskEvent, tree: TreeState): string | null {
  const ids = Object.values(record(event.d)).filter(
    (value) => typeof value === 'string' && value in tree.files
  ) as string[];
  return ids.find((id) => tree.files[id]?.frozen) ?? ids[0] ?? null;
}

/** What shows what an event made: the very window of its application wherever there is one. */
export function showingOf(event: DeskEvent & { readonly n: number }, tree: TreeState): Showing {
  if (event.type === 'mail.sent') return { kind: 'mail', mail: sentMail(event) };
  const { n } = event;
  const area = event.type.split('.')[0];
  const d = record(event.d);
  if (area === 'orders' && typeof d.id === 'string')
    return { kind: 'window', app: 'orders', params: { document: d.id, alone: true }, n };
  if (area === 'post') return { kind: 'window', app: 'post', params: {}, n };
  if (area === 'agenda') return { kind: 'window', app: 'agenda', params: {}, n };
  if (area === 'phone' && typeof d.call === 'string') return { kind: 'call', call: d.call, n };
  const file = fileOf(event, tree);
  const known = file ? tree.files[file] : undefined;
  return showingOfFile('Remise', { file, name: known?.name ?? '—', kind: known?.kind }, n);
}

/** A file as it was just after entry `n`; its name under `title` when no application shows its kind. */
export function showingOfFile(
  title: string,
  {
    file,
    name,
    kind
  }: { readonly file: string | null; readonly name: string; readonly kind?: string | undefined },
  n: number
): Showing {
  const app = FILE_APPS[kind ?? ''];
  if (file && app)
    return { kind: 'window', app, params: { file, ...(app === 'orders' && { alone: true }) }, n };
  return { kind: 'facts', title, lines: [{ label: 'Fichier', value: name }] };
}
