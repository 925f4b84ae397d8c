import { describe, expect, it } from 'vitest';
import { parseStory } from '../../kernel/story-time';
import { eventRegistry, parseGesture } from '../../log/event-definition';
import * as events from './events';
import { MailBench } from './mail.fixture';
import { mailModel } from './model';
import { unreadCount } from './types';

const send = (more: Partial<Parameters<typeof events.mailSent>[0]> = {}) =>
  events.mailSent({
    mail: 'd-1',
    to: ['j.aubry@clos-angevin.example'],
    cc: [],
    bcc: [],
    subject: 'RE: Jardinières',
    body: 'Monsieur,',
    attachments: [],
    ...more
  });

describe('the mail box', () => {
  it('opens with the decor', () => {
    const { state } = new MailBench();
    expect(state.folders).toEqual(['Clients', 'Fournisseurs']);
    expect(state.messages['m-1']).toMatchObject({ folder: 'Réception', at: parseStory('2026-03-17 08:12') });
    expect(unreadCount(state)).toBe(1);
  });

  it('dates a received message in story time and counts it', () => {
    const { state } = new MailBench().receives('s-1', { priority: 'high' });
    expect(state.messages['s-1']).toMatchObject({
      folder: 'Réception',
      read: false,
      high: true,
      at: parseStory('2026-03-17 08:31')
    });
    expect(unreadCount(state)).toBe(2);
  });

  it('keeps a draft from its small changes', () => {
    const { state } = new MailBench().does(
      events.mailDraftSaved({ mail: 'd-1', subject: 'Devis', body: { at: 0, remove: 0, insert: 'Bonjour' } }),
      events.mailDraftSaved({ mail: 'd-1', body: { at: 7, remove: 0, insert: ' Madame' } }),
      events.mailDraftSaved({ mail: 'd-1', to: ['a@b.fr'] })
    );
    expect(state.drafts['d-1']).toMatchObject({ to: ['a@b.fr'], subject: 'Devis', body: 'Bonjour Madame' });
  });

  it('turns a draft into a sent message and marks the one it answers', () => {
    const { state } = new MailBench().does(
      events.mailDraftSaved({ mail: 'd-1', replyTo: 'm-1' }),
      events.mailOpened({ mail: 'd-1' }),
      send({ replyTo: 'm-1' })
    );
    expect(state.drafts).toEqual({});
    expect(state.messages['d-1']).toMatchObject({ folder: 'Envoyés', read: true, replyTo: 'm-1' });
    expect(state.messages['m-1']!.answered).toBe(true);
    expect(state.view.mail).toBe('m-1');
  });

  it('never lets a sent message take the place of another', () => {
    const { state } = new MailBench().does(send({ mail: 'm-1' }));
    expect(state.messages['m-1']!.folder).toBe('Réception');
  });

  it('gives a forwarded piece its document back', () => {
    const content = { type: 'doc' };
    const piece = { name: 'Liste.docx', kind: 'text' as const, mediaType: 'x/y', size: 10 };
    const { state } = new MailBench()
      .receives('s-1', { attachments: [{ ...piece, content }] })
      .does(send({ forwardOf: 's-1', attachments: [{ ...piece, fromMail: 's-1' }] }));
    expect(state.messages['d-1']!.attachments[0]!.content).toEqual(content);
    expect(state.messages['s-1']!.forwarded).toBe(true);
  });

  it('files, bins, then deletes for good while keeping for the archive', () => {
    const bench = new MailBench().does(
      events.mailOpened({ mail: 'm-1' }),
      events.mailMoved({ mails: ['m-1'], folder: 'Clients' })
    );
    expect(bench.state.messages['m-1']!.folder).toBe('Clients');
    expect(bench.state.view.mail).toBeNull();
    bench.does(events.mailDeleted({ mails: ['m-1'] }));
    expect(bench.state.messages['m-1']!.folder).toBe('Corbeille');
    bench.does(
      events.mailDeleted({ mails: ['m-1'] }),
      events.mailMoved({ mails: ['m-1'], folder: 'Clients' })
    );
    expect(bench.state.messages['m-1']!.folder).toBeNull();
  });

  it('refuses folders that do not exist, and Brouillons', () => {
    const { state } = new MailBench().does(
      events.mailMoved({ mails: ['m-1'], folder: 'Nulle part' }),
      events.mailMoved({ mails: ['m-1'], folder: 'Brouillons' })
    );
    expect(state.messages['m-1']!.folder).toBe('Réception');
  });

  it('makes a folder once', () => {
    const { state } = new MailBench().does(
      events.mailFolderCreated({ folder: 'Réclamations' }),
      events.mailFolderCreated({ folder: 'Réclamations' }),
      events.mailFolderCreated({ folder: 'Envoyés' })
    );
    expect(state.folders).toEqual(['Clients', 'Fournisseurs', 'Réclamations']);
  });

  it('sends a reported message to the bin, read', () => {
    const { state } = new MailBench().does(events.mailReported({ mails: ['m-1'] }));
    expect(state.messages['m-1']).toMatchObject({ folder: 'Corbeille', reported: true, read: true });
  });

  it('keeps the same object for what it does not know', () => {
    const { state } = new MailBench();
    expect(mailModel.reduce(state, { type: 'text.edited', v: 1, d: {}, by: 'candidate', t: 0 })).toBe(state);
  });

  it('declares each of its events, and takes its own gestures at the door', () => {
    const registry = eventRegistry(mailModel.events as never);
    expect(registry.size).toBe(13);
    expect(parseGesture(registry, 'candidate', send()).d).toMatchObject({ mail: 'd-1' });
    expect(() => parseGesture(registry, 'candidate', send({ body: 'x'.repeat(60_001) }))).toThrow();
  });
});
