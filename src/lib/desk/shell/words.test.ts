import { describe, expect, it } from 'vitest';
import { formatDayShort } from './day-short';
import { deadlineWarnings } from './deadline-warnings';
import { formatSince, saveWords } from './save-indicator';
import { timeWarning } from './time-warnings';

const MINUTE = 60_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what is safe', () => {
  it('gives the hour of the server’s last acknowledgement', () => {
    const wall = new Date(2026, 2, 17, 10, 42, 7).getTime();
    expect(saveWords({ kind: 'saved', wall }, 0)).toMatchObject({
      tone: 'ok',
      text: 'Enregistré jusqu’à 10:42:07',
      short: '10:42:07'
    });
    expect(saveWords({ kind: 'saving', wall }, 0).text).toBe('Enregistrement…');
  });

  it('says since when the network is away, and that the work is kept', () => {
    const words = saveWords({ kind: 'offline', wall: null, since: 1_000 }, 73_000);
    expect(plain(words.text)).toBe('Sans réseau depuis 1 min 12 — travail gardé sur ce poste');
    expect(words.tone).toBe('warn');
  });

  it('counts in seconds, minutes, hours, and never below zero', () => {
    expect([-5, 12_000, 72_000, 3_900_000].map(formatSince).map(plain)).toEqual([
      '0 s',
      '12 s',
      '1 min 12',
      '1 h 05'
    ]);
  });
});

describe('the time left', () => {
  it('is said once, when a threshold is crossed', () => {
    expect(plain(timeWarning(30 * MINUTE + 1, 30 * MINUTE)!.title)).toBe('Il reste 30 min');
    expect(timeWarning(30 * MINUTE, 30 * MINUTE - 1)).toBeNull();
    expect(timeWarning(15 * MINUTE + 1, 15 * MINUTE - 900)?.tone).toBe('warn');
  });

  it('says one thing after a long absence, and nothing when time is given back or over', () => {
    expect(plain(timeWarning(70 * MINUTE, 4 * MINUTE)!.title)).toBe('Il reste 5 min');
    expect(timeWarning(4 * MINUTE, 20 * MINUTE)).toBeNull();
    expect(timeWarning(2 * MINUTE, 0)).toBeNull();
  });
});

it('writes the day of the story short', () => {
  expect(plain(formatDayShort(Date.UTC(2026, 2, 17, 8, 30)))).toBe('mar. 17 mars');
});

describe('the deadline of a task', () => {
  const story = Date.UTC(2026, 2, 17, 8, 30);
  const task = { id: 't1', title: 'Réponse à Mme Aubry', instruction: '', deliverables: [] };
  const tasks = [
    { ...task, deadlineMs: 60 * MINUTE },
    { ...task, id: 't2' }
  ];
  const said = (before: number, now: number) =>
    deadlineWarnings(tasks, before * MINUTE, now * MINUTE, story).map(({ title, body, tone }) =>
      plain(`${title} | ${body} | ${tone}`)
    );

  it('is said at fifteen and at five minutes, once each', () => {
    expect(said(44, 45)).toEqual([
      'Échéance dans 15 min | Réponse à Mme Aubry : à terminer avant 9 h 30. | info'
    ]);
    expect(said(44.9, 45.01)[0]).toContain('dans 15 min');
    expect(said(45, 54)).toEqual([]);
    expect(said(54.9, 55)).toEqual([
      'Échéance dans 5 min | Réponse à Mme Aubry : à terminer avant 9 h 30. | warn'
    ]);
    expect(said(55, 59)).toEqual([]);
  });

  it('is said once after a long absence, with the time that is left, and not when it has passed', () => {
    expect(said(10, 57)).toEqual([
      'Échéance dans 3 min | Réponse à Mme Aubry : à terminer avant 9 h 30. | warn'
    ]);
    expect(said(10, 60)).toEqual([]);
  });
});
