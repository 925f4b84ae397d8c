import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import type { Gesture } from '../../log/entry';
import { draftErrors, draftOf, saveDraft } from './draft';
import { appointmentDeleted } from './events';
import { agendaFacts } from './facts';
import { agendaExporter } from './files.server';
import { agendaModel, overlapping, type AgendaState } from './model';
import { whenOf } from './words';

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
  });
});
