import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import type { Gesture } from '../../log/entry';
import { draftErrors, draftOf, saveDraft, shifted, startingAt } from './draft';
import { appointmentDeleted } from './events';
import { agendaFacts } from './facts';
import { agendaExporter } from './files.server';
import { inverseOf } from './history';
import { agendaModel, doubleBooked, overlapping, type AgendaState } from './model';
import { parseDay, parseHour } from './typed';
import { invitationBody, whenOf } from './words';

const open = () => agendaModel.open(demoScene());
const mine = (gesture: Gesture) => ({ ...gesture, by: 'candidate' as const, t: 1 });
const apply = (state: AgendaState, gesture: Gesture) => agendaModel.reduce(state, mine(gesture));
const reader = (state: AgendaState) => deskReader(demoScene(), { agenda: state });
const comite = (state: AgendaState) => state.appointments['comite']!;
const moved = (state: AgendaState) => ({
  ...draftOf(comite(state)),
  day: '2026-03-18',
  endDay: '2026-03-18'
});

describe('shared agenda', () => {
  it('moves an appointment and tells the script its new place in time', () => {
    const gesture = saveDraft(moved(open()), 'comite');
    const state = apply(open(), gesture);
    expect(comite(state).start).toBe('2026-03-18T14:00');
    expect(agendaFacts(mine(gesture), reader(state))).toMatchObject([
      { fait: 'rendezvous.modifie', titre: 'Comité de direction', debut: '2026-03-18T14:00' }
    ]);
  });

  it('leaves what belongs to somebody else as it is', () => {
    const state = open();
    const site = state.appointments['chantier']!;
    const gesture = saveDraft({ ...draftOf(site), day: '2026-03-20', endDay: '2026-03-20' }, 'chantier');
    expect(apply(state, gesture)).toBe(state);
    expect(apply(state, appointmentDeleted({ appointment: 'chantier' }))).toBe(state);
    expect(agendaFacts(mine(gesture), reader(state))).toEqual([]);
  });

  it('finds who is busy, and not what only touches', () => {
    const state = open();
    const stretch = { calendars: ['cal-conducteur'], start: '2026-03-18T11:00', end: '2026-03-18T13:00' };
    expect(overlapping(state, stretch).map((item) => item.id)).toEqual(['chantier']);
    expect(overlapping(state, { ...stretch, start: '2026-03-18T12:00' })).toEqual([]);
    expect(overlapping(state, { ...stretch, calendars: ['salle-reunion'] })).toEqual([]);
  });

  it('says what is wrong with a draft', () => {
    const draft = { ...moved(open()), title: ' ', calendars: [], to: '13:00' };
    expect(Object.keys(draftErrors(draft)).sort()).toEqual(['calendars', 'title', 'to']);
    expect(draftErrors(moved(open()))).toEqual({});
  });

  it('takes back a move, a deletion and a creation', () => {
    const before = open();
    const move = saveDraft(moved(before), 'comite');
    expect(apply(apply(before, move), inverseOf(before, move)!).appointments).toEqual(before.appointments);
    const deletion = appointmentDeleted({ appointment: 'comite' });
    expect(apply(apply(before, deletion), inverseOf(before, deletion)!).appointments).toEqual(
      before.appointments
    );
    const creation = saveDraft({ ...moved(before), id: null }, 'nouveau');
    expect(apply(apply(before, creation), inverseOf(before, creation)!).appointments).toEqual(
      before.appointments
    );
    expect(inverseOf(before, appointmentDeleted({ appointment: 'chantier' }))).toBeNull();
  });

  it('moves and stretches by the keyboard, and never to nothing', () => {
    const draft = draftOf(comite(open()));
    expect(shifted(draft, { days: -1, start: 30, end: 30 })).toMatchObject({
      day: '2026-03-18',
      from: '14:30',
      endDay: '2026-03-18',
      to: '16:30'
    });
    expect(shifted(draft, { end: -30 })).toMatchObject({ from: '14:00', to: '15:30' });
    expect(shifted(draft, { end: -120 })).toBeNull();
  });

  it('keeps its length when its start changes', () => {
    const draft = draftOf(comite(open()));
    expect(startingAt(draft, '2026-03-18', '16:30')).toMatchObject({
      day: '2026-03-18',
      from: '16:30',
      endDay: '2026-03-18',
      to: '18:30'
    });
  });

  it('reads days and hours as people type them', () => {
    const days = ['17/03/2026', '17/3/26', '17/03', '2026-03-17', '31/02/2026', 'demain'];
    expect(days.map((text) => parseDay(text, '2026-01-01'))).toEqual([
      '2026-03-17',
      '2026-03-17',
      '2026-03-17',
      '2026-03-17',
      null,
      null
    ]);
    const hours = ['14:30', '14h30', '14 h', '9', '930', '25:00', '14:60', ''];
    expect(hours.map(parseHour)).toEqual(['14:30', '14:30', '14:00', '09:00', '09:30', null, null, null]);
  });

  it('says which rooms are booked twice', () => {
    const state = apply(
      open(),
      saveDraft({ ...draftOf(comite(open())), id: null, title: 'Autre', from: '15:00' }, 'autre')
    );
    expect(doubleBooked(open())).toEqual({});
    const room = state.calendars.find(({ kind }) => kind === 'room')!.name;
    expect(doubleBooked(state)).toEqual({ comite: [room], autre: [room] });
  });

  it('writes an .ics that another agenda reads', async () => {
    const [file] = await agendaExporter.exportAll(reader(apply(open(), saveDraft(moved(open()), 'comite'))));
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(file!.bytes)));
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events.map((event) => `${event.summary} ${event.startDate}`)).toEqual([
      'Chantier de Beaucouzé 2026-03-18T08:00:00',
      'Comité de direction 2026-03-18T14:00:00'
    ]);
  });

  it('writes dates as a secretary would', () => {
    expect(whenOf(comite(open()))).toBe('jeudi 19\u00a0mars 2026, 14\u00a0h – 16\u00a0h');
    expect(invitationBody({ ...comite(open()), place: 'Salle Maine' })).toBe(
      'Bonjour,\n\nLe rendez-vous «\u00a0Comité de direction\u00a0» est fixé\u00a0: ' +
        'jeudi 19\u00a0mars 2026, 14\u00a0h – 16\u00a0h.\nLieu\u00a0: Salle Maine\n\n'
    );
  });
});
