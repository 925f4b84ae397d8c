import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom, type Seat } from '../../../tests/builders/exam-room';
import { countRoom } from '../proctoring/room';
import { readRoom } from '../proctoring/room.server';
import { addCandidate } from '../sessions/people.server';
import { createSession, openSession } from '../sessions/create-session.server';
import { confirmIdentity } from './candidate.server';
import * as control from './control.server';
import * as roomControl from './control-room.server';
import { openDesk } from './open-desk.server';
import { tick } from './tick.server';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const form = { scenario: 'essai', name: 'Répétition', centre: 'Nantes', room: '', day: '2026-03-18' };
let room: ExamRoom;
beforeEach(async () => {
  room = await ExamRoom.open();
});
afterEach(() => room.close());

/** A candidate of a session that runs `pace` times faster than an exam. */
async function rehearse(pace: number, ...rates: { num: number; den: number }[]): Promise<Seat[]> {
  const { plateau, head } = room;
  const session = await createSession(plateau, head, { ...form, pace });
  const seats = [];
  await openSession(plateau, head, session);
  for (const [index, rate] of rates.entries()) {
    const name = { number: `000${index}`, firstName: 'Zoé', lastName: 'Martin', post: `0${index}` };
    const { account, sitting, code } = await addCandidate(plateau, head, session, { ...name, rate });
    const candidate = { id: account, role: 'candidate', name: 'Zoé Martin', session } as const;
    seats.push({ account: candidate, sitting, code });
    await openDesk(plateau, candidate, null);
    await confirmIdentity(plateau, candidate);
  }
  return seats;
}
const clockOf = async ({ account }: Seat) => (await openDesk(room.plateau, account, null)).clock;
const logOf = ({ sitting }: Seat) => room.plateau.db.log.read(sitting, 0);

describe('a rehearsal', () => {
  it('runs sixty times faster, third-time kept, and fires what is due at its own exam time', async () => {
    const [first, second] = (await rehearse(60, { num: 1, den: 1 }, { num: 3, den: 4 })) as [Seat, Seat];
    await roomControl.startAll(room.plateau, room.head, first.account.session!);
    room.advance(10 * SECOND);
    expect(await clockOf(first)).toMatchObject({ rate: 60, pace: 60 });
    expect(await clockOf(second)).toMatchObject({ rate: 45, pace: 60 });
    room.advance(2 * SECOND);
    await tick(room.plateau);
    const mails = (await logOf(first)).filter(({ type }) => type === 'mail.received');
    expect(mails[0]).toMatchObject({ t: 10 * MINUTE });
    expect((await logOf(second)).some(({ type }) => type === 'mail.received')).toBe(false);
  });

  it('says so in its log, which an exam never does', async () => {
    const [rehearsed] = (await rehearse(4, { num: 1, den: 1 })) as [Seat];
    const [exam] = (await rehearse(1, { num: 1, den: 1 })) as [Seat];
    expect((await logOf(rehearsed))[0]?.d).toMatchObject({ pace: 4, rate: { num: 4, den: 1 } });
    expect((await logOf(exam))[0]?.d).not.toHaveProperty('pace');
    expect(await clockOf(exam)).not.toHaveProperty('pace');
  });

  it('lets a latecomer in at the exam time of the others, which the board tells', async () => {
    const [first, second] = (await rehearse(60, { num: 1, den: 1 }, { num: 3, den: 4 })) as [Seat, Seat];
    await control.start(room.plateau, room.head, first.sitting);
    room.advance(20 * SECOND);
    await control.start(room.plateau, room.head, second.sitting);
    const started = (await logOf(second)).find(({ type }) => type === 'clock.started');
    expect(started?.d).toMatchObject({ lateMs: 15 * MINUTE });
    const view = await readRoom(room.plateau, room.head, first.account.session!);
    expect(view.session.pace).toBe(60);
    expect(countRoom(view, room.wall).elapsedMs).toBe(20 * MINUTE);
  });

  it('is refused at a pace that is not offered', async () => {
    await expect(createSession(room.plateau, room.head, { ...form, pace: 7 })).rejects.toMatchObject({
      code: 'session.malformed',
      details: { field: 'pace' }
    });
  });
});
