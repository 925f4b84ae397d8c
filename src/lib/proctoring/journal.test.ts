import { describe, expect, it } from 'vitest';
import { clockPaused, clockResumed, incidentNoted } from '../engine/events';
import { groupLines, isLogged, lineOf, type JournalEntry, type LogLine } from './journal';
import { deskOpened } from '../sitting/events';

const names = { beat: (id: string) => id, production: (_: string, id: string) => id };
const entry = (gesture: { type: string; v: number; d: unknown }, wall = 0): JournalEntry => ({
  ...gesture,
  by: 'proctor',
  n: 1,
  t: 0,
  wall
});

describe('the journal', () => {
  it('tells an incident with its category, its witnesses and who noted it', () => {
    const d = {
      category: 'fraud',
      text: 'Téléphone vu',
      witnesses: ['A. Diallo', 'P. Rémy'],
      who: 'M. Roussel'
    };
    expect(lineOf(entry(incidentNoted(d)), names)).toMatchObject({
      kind: 'incident',
      who: 'M. Roussel',
      text: 'Fraude présumée\u00a0: Téléphone vu (témoins\u00a0: A. Diallo, P. Rémy)'
    });
  });

  it('says nothing of what the candidate writes', () => {
    expect(lineOf(entry({ type: 'mail.sent', v: 1, d: { body: 'secret' } }), names)).toBeNull();
  });

  it('tells in one line what was done to several at once, and apart what was done later', () => {
    const pause = (post: string, wall: number): LogLine => ({
      ...lineOf(entry(clockPaused({ cause: 'Consigne', who: 'M. Roussel' }), wall), names)!,
      people: [{ post, number: post, name: post }]
    });
    const posts = groupLines([pause('03', 90_000), pause('02', 1_000), pause('01', 0)]).map(({ people }) =>
      people.map(({ post }) => post)
    );
    expect(posts).toEqual([['01', '02'], ['03']]);
  });

  it('tells twice what came twice to one candidate, however soon', () => {
    const resumed = (post: string, n: number): LogLine => ({
      ...lineOf({ ...entry(clockResumed({ who: 'M. Roussel' }), n * 1_000), n }, names)!,
      people: [{ post, number: post, name: post }]
    });
    const lines = groupLines([resumed('03', 1), resumed('02', 2), resumed('03', 3), resumed('01', 6)]);
    const posts = lines.map(({ people }) => people.map(({ post }) => post));
    expect(posts).toEqual([['03', '02'], ['03'], ['01']]);
  });

  it('keeps connections out of the log of the room', () => {
    const line = lineOf(entry(deskOpened({ tab: 't' })), names)!;
    expect([line.text, isLogged(line)]).toEqual(['Poste ouvert', false]);
  });
});
