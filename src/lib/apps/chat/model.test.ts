import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import { parseStory } from '../../kernel/story-time';
import type { DeskEvent, Gesture } from '../../log/entry';
import { agendaChanged, chatReceived, noticeGiven } from '../../log/script-world';
import * as events from './events';
import { chatFacts } from './facts';
import { chatExporter } from './files.server';
import { chatBadge } from './badge';
import { chatModel, conversationWith, type ChatState } from './model';
import { listedPeople } from './people';
import { appointmentChanged, appointmentCreated, appointmentDeleted } from '../../desk/agenda/appointments';
import { presenceOf } from './presence';

const script = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'script', t });
const mine = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'candidate', t });
const fold = (...list: DeskEvent[]): ChatState => list.reduce(chatModel.reduce, chatModel.open(demoScene()));
const asked = script(
  chatReceived({
    message: 'm-1',
    person: 'directrice',
    text: 'La salle est libre ?',
    choices: [{ k: 2, label: 'Je regarde.' }]
  }),
  60_000
);

describe('instant messages', () => {
  it('count what is unread until it is in front of the eyes', () => {
    const notice = script(noticeGiven({ notice: 'n', title: 'Exercice', text: 'À 11 h', important: false }));
    const state = fold(asked, notice);
    expect(chatBadge(state)).toBe(2);
    const read = fold(
      asked,
      notice,
      mine(events.chatRead({ person: 'directrice' })),
      mine(events.noticeRead({ notice: 'n' }))
    );
    expect(chatBadge(read)).toBe(0);
  });

  it('keep the ready answers while one types, and drop them once one is chosen', () => {
    const typed = fold(asked, mine(events.chatSent({ message: 'c', person: 'directrice', text: 'Euh' })));
    expect(conversationWith(typed, 'directrice').choices).toHaveLength(1);
    const chosen = fold(
      asked,
      mine(events.chatChosen({ message: 'c', person: 'directrice', k: 2, label: 'Je regarde.' }))
    );
    expect(conversationWith(chosen, 'directrice')).toMatchObject({
      choices: [],
      messages: [{ mine: false }, { mine: true, text: 'Je regarde.' }]
    });
  });

  it('may be begun by the candidate, with anybody', () => {
    const sent = mine(events.chatSent({ message: 'c', person: 'comptable', text: 'Bonjour Nadia' }), 5);
    const state = fold(sent);
    expect(chatFacts(sent, deskReader(demoScene(), { chat: state }))).toEqual([
      { fait: 'discussion.envoyee', avec: 'comptable', texte: 'Bonjour Nadia' }
    ]);
    expect(listedPeople(demoScene().people, state).map(({ id }) => id)).toEqual([
      'comptable',
      'directrice',
      'conducteur'
    ]);
  });

  it('show the messages of somebody who is not in the directory', () => {
    const unknown = script(chatReceived({ message: 'm', person: 'faux', text: 'Cliquez', choices: [] }));
    expect(listedPeople(demoScene().people, fold(unknown))[0]).toMatchObject({
      id: 'faux',
      name: 'Contact hors annuaire'
    });
  });

  it('come out as one text file per conversation', async () => {
    const state = fold(
      asked,
      mine(events.chatSent({ message: 'c', person: 'directrice', text: 'Oui' }), 120_000)
    );
    const [file, ...others] = await chatExporter.exportAll(deskReader(demoScene(), { chat: state }));
    expect(others).toEqual([]);
    expect(file?.name).toBe('Discussion avec Claire Morvan.txt');
    expect(new TextDecoder().decode(file?.bytes).split('\r\n')).toEqual([
      'Discussion avec Claire Morvan, mardi 17\u00a0mars 2026',
      '',
      '08:31  Claire Morvan\u00a0: La salle est libre ?',
      '08:32  Secrétaire assistante\u00a0: Oui',
      ''
    ]);
  });
});

describe('presence', () => {
  const { agenda } = demoScene();
  const at = (day: string, state: ChatState, person = 'conducteur') =>
    presenceOf(person, agenda, state.appointments, parseStory(day)!).words;

  it('follows the shared agenda at the hour of the story', () => {
    const state = fold();
    expect(at('2026-03-18 07:59', state)).toBe('Disponible');
    expect(at('2026-03-18 08:00', state)).toBe('En rendez-vous jusqu’à 12\u00a0h');
    expect(at('2026-03-18 12:00', state)).toBe('Disponible');
    expect(at('2026-03-18 09:00', state, 'aubry')).toBe('Disponible');
  });

  it('follows what colleagues change on the way', () => {
    const moved = script(
      agendaChanged({
        by: 'Hugo Lefèvre',
        change: { do: 'move', appointment: 'chantier', start: '2026-03-17 09:00', end: '2026-03-17 10:30' }
      })
    );
    expect(at('2026-03-17 09:10', fold(moved))).toBe('En rendez-vous jusqu’à 10\u00a0h\u00a030');
    const cancelled = script(
      agendaChanged({ by: 'Hugo Lefèvre', change: { do: 'cancel', appointment: 'chantier' } })
    );
    expect(at('2026-03-18 09:00', fold(cancelled))).toBe('Disponible');
  });

  it('follows what the candidate changes, but never what is fixed', () => {
    const values = {
      title: 'Point',
      calendars: ['cal-conducteur'],
      start: '2026-03-17T09:00',
      end: '2026-03-17T10:00',
      allDay: false,
      place: '',
      note: ''
    };
    const made = mine(appointmentCreated({ appointment: 'point', ...values }));
    expect(at('2026-03-17 09:10', fold(made))).toBe('En rendez-vous jusqu’à 10\u00a0h');
    const moved = mine(
      appointmentChanged({
        appointment: 'point',
        ...values,
        start: '2026-03-17T11:00',
        end: '2026-03-17T11:30'
      })
    );
    expect(at('2026-03-17 09:10', fold(made, moved))).toBe('Disponible');
    expect(at('2026-03-17 11:10', fold(made, moved))).toBe('En rendez-vous jusqu’à 11\u00a0h\u00a030');
    const removed = mine(appointmentDeleted({ appointment: 'point' }));
    expect(at('2026-03-17 11:10', fold(made, moved, removed))).toBe('Disponible');
    const fixed = mine(appointmentDeleted({ appointment: 'chantier' }));
    expect(at('2026-03-18 09:00', fold(fixed))).toBe('En rendez-vous jusqu’à 12\u00a0h');
  });
});
