import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import type { AnyModel } from '../../desk/fold';
import { treeModel, type TreeState } from '../../desk/files/model';
import { MemoryPort } from '../../desk/memory-port.svelte';
import type { ShellService } from '../../desk/port';
import { saveAttachment } from './attachment-actions';
import { readComposeIntent } from './compose-intent';
import { DraftEditor } from './draft-editor.svelte';
import { Mailbox } from './mailbox.svelte';
import { mailModel } from './model';
import type { MailState } from './types';

/** A box in a window, with a user who answers questions by `answers` in turn (yes when none is left). */
function bench(answers: boolean[] = [], readOnly = false) {
  const asked: string[] = [];
  const shell: ShellService = {
    openFile: () => undefined,
    viewAttachment: () => undefined,
    openApp: () => undefined,
    pickFiles: () => Promise.resolve(['modele-lettre']),
    saveAs: ({ suggestedName }) => Promise.resolve({ name: suggestedName, folder: 'clients' }),
    confirm: ({ title }) => {
      asked.push(title);
      return Promise.resolve(answers.shift() ?? true);
    },
    notify: () => undefined,
    print: () => undefined,
    call: () => undefined
  };
  const models = [treeModel as AnyModel, mailModel as AnyModel];
  const desk = new MemoryPort({ scene: demoScene(), models, shell, readOnly });
  const box = new Mailbox(desk);
  const edit = () => {
    const draft = box.draft!;
    const editor = new DraftEditor(desk, draft, () => box.touched(draft.id));
    box.editor = editor;
    return editor;
  };
  const state = () => desk.state<MailState>('mail');
  const types = () => desk.journal.map((event) => event.type);
  return { desk, box, edit, state, types, asked };
}

describe('writing', () => {
  it('sends an answer with a frozen copy of the attached file', async () => {
    const { desk, box, edit, state, asked } = bench();
    box.open('m-1');
    box.reply(false);
    const editor = edit();
    editor.body = `Monsieur, ci-joint notre réponse.${editor.body}`;
    editor.changed();
    await editor.attach();
    expect(await editor.send()).toBe(true);
    expect(asked).toEqual([]);
    const sent = Object.values(state().messages).find((one) => one.folder === 'Envoyés')!;
    expect(sent).toMatchObject({ to: ['j.aubry@clos-angevin.example'], replyTo: 'm-1' });
    expect(sent.body).toMatch(/^Monsieur, ci-joint/);
    const copy = desk.state<TreeState>('tree').files[sent.attachments[0]!.file!]!;
    expect(copy).toMatchObject({ frozen: true, origin: 'modele-lettre' });
    expect(state().view.mail).toBe('m-1');
  });

  it('keeps the draft when a question is answered no', async () => {
    const { box, edit, state, asked } = bench([false]);
    box.compose();
    const editor = edit();
    editor.setRecipients('to', ['a@b.fr']);
    expect(await editor.send()).toBe(false);
    expect(asked).toEqual(['Envoyer sans objet\u00a0?']);
    expect(Object.values(state().drafts)).toMatchObject([{ to: ['a@b.fr'] }]);
  });

  it('says what is wrong and sends nothing', async () => {
    const { box, edit, types } = bench();
    box.compose();
    const editor = edit();
    editor.setRecipients('cc', ['jean']);
    expect(await editor.send()).toBe(false);
    expect(editor.problems.map((problem) => problem.field)).toEqual(['cc']);
    editor.setRecipients('cc', []);
    expect(editor.problems).toEqual([]);
    expect(types()).not.toContain('mail.sent');
  });

  it('drops a new message that nobody touched, keeps one that was', () => {
    const { box, edit, state } = bench();
    box.compose();
    edit();
    box.open('m-2');
    expect(state().drafts).toEqual({});
    box.compose();
    const editor = edit();
    editor.subject = 'Devis';
    editor.changed();
    box.open('m-1');
    expect(Object.values(state().drafts)).toMatchObject([{ subject: 'Devis' }]);
  });

  it('records the typing as small replacements', () => {
    const { desk, box, edit } = bench();
    box.compose();
    const editor = edit();
    editor.body = `Bonjour${editor.body}`;
    editor.flush();
    expect(desk.journal.at(-1)).toMatchObject({
      type: 'mail.draft-saved',
      d: { body: { at: 0, remove: 0, insert: 'Bonjour' } }
    });
    editor.flush();
    expect(desk.journal).toHaveLength(3);
  });
});

describe('reading and filing', () => {
  it('marks as read what is opened, once', () => {
    const { box, types } = bench();
    box.open('m-1');
    box.open('m-1');
    expect(types()).toEqual(['mail.opened', 'mail.read']);
  });

  it('marks several with Ctrl and Maj, and files them together', () => {
    const { box, state } = bench();
    box.open('m-1');
    box.open('m-2', 'range');
    expect(box.selection).toEqual(['m-1', 'm-2']);
    box.move('Clients');
    expect(Object.values(state().messages).map((one) => one.folder)).toEqual(['Clients', 'Clients']);
  });

  it('shows the next message after a deletion, and asks before deleting for good', async () => {
    const { box, state, asked } = bench([false]);
    box.open('m-1');
    await box.remove();
    expect(state().view.mail).toBe('m-2');
    box.openFolder('Corbeille');
    box.open('m-1');
    await box.remove();
    expect(asked).toHaveLength(1);
    expect(state().messages['m-1']!.folder).toBe('Corbeille');
  });

  it('refuses a folder name that exists, whatever the case', () => {
    const { box } = bench();
    expect(box.folderNameError('clients')).not.toBeNull();
    expect(box.folderNameError(' ')).not.toBeNull();
    expect(box.folderNameError('Réclamations')).toBeNull();
  });

  it('does nothing in the replay', () => {
    const { box, types } = bench([], true);
    box.open('m-1');
    box.compose();
    box.openFolder('Clients');
    expect(types()).toEqual([]);
  });

  it('saves a piece among the files', async () => {
    const { desk, types } = bench();
    const blob = 'c'.repeat(64) as NonNullable<Parameters<typeof saveAttachment>[2]['blob']>;
    const piece = { name: 'Photo.png', kind: 'image' as const, mediaType: 'image/png', size: 12, blob };
    await saveAttachment(desk, 'm-1', piece);
    expect(types()).toEqual(['file.created', 'mail.attachment-saved']);
    expect(Object.values(desk.state<TreeState>('tree').files)).toContainEqual(
      expect.objectContaining({ name: 'Photo.png', folder: 'clients', blob })
    );
  });
});

describe('what another app asks', () => {
  it('is read from a text or a list', () => {
    expect(readComposeIntent({ to: 'a@b.fr; c@d.fr', attachments: ['f-1'] })).toEqual({
      to: ['a@b.fr', 'c@d.fr'],
      subject: '',
      body: '',
      attachments: ['f-1']
    });
    expect(readComposeIntent(undefined)).toBeNull();
  });
});
