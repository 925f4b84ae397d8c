import type { DeskReader } from '../desk/app-model';
import {
  fileCopied,
  fileCreated,
  fileMoved,
  folderCreated,
  type DeskFile,
  type TreeState
} from '../desk/files/model';
import type { Gesture } from '../log/entry';
import type { Fact, FactValue } from '../log/facts';
import type { FileKind } from '../scene/scene';
import { dayOf, listIn, personIn, wordsIn } from './fact-values';
import type { GesturesOf, NewId } from './gestures';
import * as handIn from './hand-in/events';
import * as mail from './mail/events';
import type { MailState } from './mail/types';
import * as post from './post/events';
import type { PostState } from './post/state';

/** What stands in a document whose text no fact tells. */
const STAND_IN =
  'Ce document vient d’un parcours joué\u00a0: un parcours ne garde pas le texte des documents.';
const KINDS: Readonly<Record<string, readonly [FileKind, string]>> = {
  docx: ['text', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['sheet', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pdf: ['pdf', 'application/pdf'],
  png: ['image', 'image/png'],
  jpg: ['image', 'image/jpeg']
};

const fileNamed = (desk: DeskReader, name: string): DeskFile | undefined =>
  Object.values(desk.state<TreeState>('tree').files).findLast(
    (file) => file.name === name && !file.frozen && !file.trashed
  );

/** The folder of a name, made when there is none; the root for no name. */
function folderFor(
  desk: DeskReader,
  name: string,
  newId: NewId
): { folder: string | null; made: readonly Gesture[] } {
  const { folders } = desk.state<TreeState>('tree');
  const known = Object.values(folders).find((folder) => folder.name === name || folder.id === name);
  if (known || !name) return { folder: known?.id ?? null, made: [] };
  const folder = newId('folder');
  return { folder, made: [folderCreated({ folder, name, parent: null })] };
}

/** A file of the candidate's, by name: the one that is there, or a new one. */
function fileFor(desk: DeskReader, name: string, newId: NewId, folder: string | null = null) {
  const known = fileNamed(desk, name);
  const [kind, mediaType] = KINDS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? [
    'other',
    'application/octet-stream'
  ];
  if (known) return { file: known.id, kind: known.kind, mediaType: known.mediaType, made: [] };
  const file = newId('file');
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: STAND_IN }] };
  const content = kind === 'text' ? { doc: { type: 'doc', content: [paragraph] } } : undefined;
  const made = [fileCreated({ file, name, folder, kind, mediaType, ...(content && { content }) })];
  return { file, kind, mediaType, made };
}

/** Mails, paper post, files and what is handed in. */
export const paperGestures: GesturesOf = (fact, desk, newId) => {
  if (fact.fait.startsWith('courriel.')) return mailGestures(fact, desk, newId);
  if (fact.fait.startsWith('pli.')) return postGestures(fact, desk, newId);
  const name = wordsIn(fact, 'nom');
  if (fact.fait === 'document.remis') return handedIn(fact, desk, newId);
  if (fact.fait.startsWith('tableur.') || fact.fait === 'document.modifie')
    return [...fileFor(desk, name || wordsIn(fact, 'fichier'), newId).made];
  const { folder, made } = folderFor(desk, wordsIn(fact, 'dossier'), newId);
  const known = fileNamed(desk, name);
  if (fact.fait === 'fichier.range' && known) return [...made, fileMoved({ file: known.id, folder })];
  return [...made, ...fileFor(desk, name, newId, folder).made];
};

const handedIn: GesturesOf = (fact, desk, newId) => {
  const name = wordsIn(fact, 'nom') || 'Document.docx';
  const { file, made } = fileFor(desk, name, newId);
  const copy = newId('copy');
  return [
    ...made,
    fileCopied({ file, copy, name, folder: null, frozen: true }),
    handIn.deliverableSubmitted({
      receipt: newId('receipt'),
      task: wordsIn(fact, 'tache'),
      deliverable: wordsIn(fact, 'production'),
      file: copy,
      origin: file,
      name
    })
  ];
};

const namesOf = (value: FactValue | undefined): readonly string[] =>
  (Array.isArray(value) ? (value as readonly FactValue[]) : []).flatMap((item) => {
    const name = typeof item === 'object' && item !== null ? (item as Fact)['nom'] : item;
    return typeof name === 'string' ? [name] : [];
  });

const mailGestures: GesturesOf = (fact, desk, newId) => {
  const own = wordsIn(fact, 'courriel');
  const mails = [own];
  switch (fact.fait) {
    case 'courriel.lu':
      return [mail.mailRead({ mails })];
    case 'courriel.supprime':
      return [mail.mailDeleted({ mails })];
    case 'courriel.signale':
      return [mail.mailReported({ mails })];
    case 'courriel.classe': {
      const folder = wordsIn(fact, 'dossier');
      const known = desk.state<MailState>('mail').folders.includes(folder);
      return [...(known ? [] : [mail.mailFolderCreated({ folder })]), mail.mailMoved({ mails, folder })];
    }
    default:
      return sent(fact, desk, newId, own);
  }
};

function sent(fact: Fact, desk: DeskReader, newId: NewId, own: string): readonly Gesture[] {
  const addresses = (key: string) => listIn(fact, key).map((text) => personIn(desk, text)?.email ?? text);
  const joined = namesOf(fact['pieces']).map((name) => ({ name, ...fileFor(desk, name, newId) }));
  const { messages } = desk.state<MailState>('mail');
  const replyTo = wordsIn(fact, 'reponse_a');
  // A run may say which message was forwarded as the message that its step is about.
  const forwardOf = wordsIn(fact, 'origine') || (fact.fait === 'courriel.transfere' ? own : '');
  return [
    ...joined.flatMap(({ made }) => made),
    mail.mailSent({
      mail: own && !messages[own] ? own : newId('mail'),
      to: addresses('a'),
      cc: addresses('cc'),
      bcc: addresses('cci'),
      subject: wordsIn(fact, 'objet'),
      body: wordsIn(fact, 'corps'),
      attachments: joined.map(({ name, kind, mediaType, file }) => ({
        name,
        kind,
        mediaType,
        size: 0,
        file
      })),
      ...(messages[replyTo] && { replyTo }),
      ...(messages[forwardOf] && { forwardOf })
    })
  ];
}

const MODES = { 'lettre suivie': 'tracked', 'recommandé avec AR': 'registered' } as const;

const postGestures: GesturesOf = (fact, desk, newId) => {
  const letter = wordsIn(fact, 'pli');
  const name = wordsIn(fact, 'nom');
  switch (fact.fait) {
    case 'pli.ouvert':
      return [post.letterOpened({ letter })];
    case 'pli.tamponne':
      return [post.letterStamped({ letter })];
    case 'pli.jete':
      return [post.letterThrown({ letter })];
    case 'pli.repris':
      return [post.letterTakenBack({ letter })];
    case 'pli.classe':
      return [post.letterFiled({ letter, binder: wordsIn(fact, 'classeur') || '…' })];
    case 'pli.distribue': {
      const to = personIn(desk, wordsIn(fact, 'pour'))?.id ?? wordsIn(fact, 'pour');
      const known = desk.state<PostState>('post').letters.find(({ id }) => id === letter);
      const sealed = fact['ouvert'] === true && known?.openedMs === undefined;
      return [
        ...(sealed ? [post.letterOpened({ letter })] : []),
        post.letterDistributed({ letter, to, note: '' })
      ];
    }
    case 'pli.numerise': {
      const { folder, made } = folderFor(desk, wordsIn(fact, 'dossier'), newId);
      const scan = fileFor(desk, name, newId, folder);
      return [...made, ...scan.made, post.letterScanned({ letter, file: scan.file, name, folder })];
    }
    case 'pli.expedie': {
      const { file, made } = fileFor(desk, name, newId);
      const mode = MODES[wordsIn(fact, 'mode') as keyof typeof MODES] ?? 'green';
      const recipient = wordsIn(fact, 'destinataire') || '…';
      return [...made, post.letterSent({ sending: newId('sending'), file, name, recipient, mode })];
    }
    default:
      return [registered(fact, desk, newId)];
  }
};

function registered(fact: Fact, desk: DeskReader, newId: NewId): Gesture {
  const letter = wordsIn(fact, 'pli');
  const known = desk.state<PostState>('post').letters.some(({ id }) => id === letter);
  return post.entryMade({
    entry: newId('entry'),
    direction: wordsIn(fact, 'sens') === 'depart' ? 'departure' : 'arrival',
    ...(known && { letter }),
    day: dayOf(desk),
    sender: wordsIn(fact, 'expediteur'),
    addressee: wordsIn(fact, 'destinataire'),
    nature: wordsIn(fact, 'nature'),
    subject: wordsIn(fact, 'objet') || wordsIn(fact, 'texte').slice(0, 300),
    tracking: wordsIn(fact, 'recommande'),
    service: ''
  });
}
