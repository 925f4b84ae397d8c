import { describe, expect, it } from 'vitest';
import { parseStory } from '../../kernel/story-time';
import * as events from './events';
import { bareSubject, dayGroup, folderCount, listRows, listTime, type Listing } from './listing';
import { MailBench } from './mail.fixture';

const inbox: Listing = {
  folder: 'Réception',
  query: '',
  filter: 'all',
  sort: 'newest',
  nameOf: (one) => one
};
const ids = (bench: MailBench, more: Partial<Listing> = {}) =>
  listRows(bench.state, { ...inbox, ...more }).map((row) => row.id);

describe('the list', () => {
  it('sorts', () => {
    const bench = new MailBench().receives('s-1', { subject: 'RE: Achats' });
    expect(ids(bench)).toEqual(['s-1', 'm-1', 'm-2']);
    expect(ids(bench, { sort: 'oldest' })).toEqual(['m-2', 'm-1', 's-1']);
    expect(ids(bench, { sort: 'sender' })).toEqual(['s-1', 'm-1', 'm-2']);
    expect(ids(bench, { sort: 'subject' })).toEqual(['s-1', 'm-2', 'm-1']);
  });
  it('filters', () => {
    const bench = new MailBench().does(events.mailFlagged({ mails: ['m-2'], flagged: true }));
    expect(ids(bench, { filter: 'unread' })).toEqual(['m-1']);
    expect(ids(bench, { filter: 'flagged' })).toEqual(['m-2']);
    expect(ids(bench, { filter: 'attachment' })).toEqual([]);
  });
  it('searches every folder, without accents', () => {
    const bench = new MailBench().does(events.mailMoved({ mails: ['m-1'], folder: 'Clients' }));
    expect(ids(bench, { query: 'jardinieres CASSÉES' })).toEqual(['m-1']);
    expect(ids(bench, { query: 'jardinieres absentes' })).toEqual([]);
  });
  it('shows drafts in their folder with their recipients', () => {
    const bench = new MailBench().does(events.mailDraftSaved({ mail: 'd-1', to: ['a@b.fr'] }));
    const [row] = listRows(bench.state, { ...inbox, folder: 'Brouillons' });
    expect(row).toMatchObject({ id: 'd-1', draft: true, who: 'À\u00a0: a@b.fr' });
    expect(folderCount(bench.state, 'Brouillons')).toBe(1);
  });
});

describe('dates of the list', () => {
  const now = parseStory('2026-03-17 08:30')!;
  it.each([
    ['2026-03-17 08:12', '08:12', 'Aujourd’hui'],
    ['2026-03-16 17:40', 'lun. 17:40', 'Hier'],
    ['2026-03-12 09:00', 'jeu. 09:00', 'Ces sept derniers jours'],
    ['2026-03-02 09:00', '02/03/2026', 'Plus ancien']
  ])('%s reads %s, under %s', (at, time, group) => {
    expect(listTime(parseStory(at)!, now)).toBe(time);
    expect(dayGroup(parseStory(at)!, now)).toBe(group);
  });
  it('drops the marks of answers', () => expect(bareSubject('RE: TR : Fwd: Devis')).toBe('Devis'));
});
