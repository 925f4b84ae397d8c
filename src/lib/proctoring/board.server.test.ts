import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom, type Seat } from '../../../tests/builders/exam-room';
import { SECRETS } from '../../../tests/builders/tiny-scenario';
import { GET as seatEndpoint } from '../../routes/api/surveillance/postes/[sitting]/+server';
import { GET as streamEndpoint } from '../../routes/api/surveillance/flux/+server';
import { POST as commandEndpoint } from '../../routes/api/surveillance/commandes/+server';
import type { SessionId } from '../kernel/ids';
import type { Account } from '../sessions/account';
import { insertSession } from '../sessions/create-session.server';
import { confirmIdentity, presence, setHand } from '../sitting/candidate.server';
import { openDesk } from '../sitting/open-desk.server';
import { recordGestures } from '../sitting/record-gestures.server';
import { listBoards } from './access.server';
import { runCommand } from './commands.server';
import { readRoom } from './room.server';
import { readLog, readSeat } from './seat.server';
import { roomStream } from './stream.server';
import { urgencyOf, wallOf } from './seat';

const MINUTE = 60_000;
let room: ExamRoom;
let other: SessionId;
beforeEach(async () => {
  room = await ExamRoom.open();
  other = await insertSession(
    room.plateau,
    { scenario: 'essai', name: 'Une autre', centre: 'Angers', room: 'C', day: '2026-03-18' },
    true
  );
});
afterEach(() => room.close());

async function sitDown(seat: Seat): Promise<string> {
  const { tab } = await openDesk(room.plateau, seat.account, null);
  await confirmIdentity(room.plateau, seat.account);
  await presence(room.plateau, seat.account, { tab });
  return tab;
}
const command = (body: object, actor: Account = room.proctor) =>
  runCommand(room.plateau, actor, { session: room.session, ...body });
const startAll = () => command({ do: 'start', sitting: null });
const look = () => readRoom(room.plateau, room.proctor, room.session);
const firstSeat = async () => (await look()).seats.find(({ sitting }) => sitting === room.first.sitting)!;
const logOf = (seat: Seat) => room.plateau.db.log.read(seat.sitting, 0);

/** Calls an endpoint as the router does; only what the endpoints read is there. */
async function call(
  endpoint: unknown,
  account: Account | null,
  query: string,
  init: { method?: string; body?: string; params?: object } = {}
): Promise<number> {
  const { params, ...rest } = init;
  const url = new URL(`http://plateau.test/api/surveillance${query}`);
  const request = new Request(url, rest);
  const run = endpoint as (event: object) => Promise<Response>;
  const response = await run({ locals: { plateau: room.plateau, account }, request, url, params });
  await response.body?.cancel();
  return response.status;
}

describe('the board of a room', () => {
  it('shows each candidate by facts', async () => {
    await sitDown(room.first);
    await startAll();
    room.advance(5 * MINUTE);
    const seats = (await look()).seats;
    expect(seats.map(({ post, number, extraTime, phase }) => ({ post, number, extraTime, phase }))).toEqual([
      { post: '03', number: '0403', extraTime: null, phase: 'running' },
      { post: '17', number: '0417', extraTime: 'tiers-temps', phase: 'identity' }
    ]);
    expect(urgencyOf(seats[0]!, room.wall, true)).toBe('rescue');
  });

  it('knows since when a desk has work to deliver, as the desk says', async () => {
    const tab = await sitDown(room.first);
    const says = (pending?: number) => presence(room.plateau, room.first.account, { tab, pending });
    expect((await firstSeat()).unsent).toBeNull();
    await says(0);
    expect((await firstSeat()).unsent).toEqual({ sinceAt: null });
    await says(2);
    const since = room.wall;
    room.advance(5_000);
    await says(4);
    expect((await firstSeat()).unsent).toEqual({ sinceAt: since });
    await says(0);
    expect((await firstSeat()).unsent).toEqual({ sinceAt: null });
    await says();
    expect((await firstSeat()).unsent).toBeNull();
  });

  it('says which application is in front, and nothing of what is in it', async () => {
    const tab = await sitDown(room.first);
    await startAll();
    const window = { window: 'w1', app: 'notes', params: {}, rect: { x: 0, y: 0, width: 400, height: 300 } };
    await recordGestures(room.plateau, room.first.account, {
      outbox: 'box',
      tab,
      from: 1,
      gestures: [
        { type: 'shell.window-opened', v: 1, d: window },
        { type: 'folder.created', v: 1, d: { folder: 'f', name: 'SECRET-DU-CANDIDAT', parent: null } }
      ]
    });
    room.advance(10 * MINUTE);
    const [view, seat] = [await look(), await firstSeat()];
    expect(seat.app).toBe('Bloc-notes');
    expect(seat.lastAckAt).toBe(room.wall - 10 * MINUTE);
    const detail = await readSeat(room.plateau, room.proctor, room.session, room.first.sitting);
    const shown = JSON.stringify([view, detail]);
    expect(shown).not.toContain('SECRET-DU-CANDIDAT');
    expect(shown).not.toContain(SECRETS.manualMail);
    expect(shown).not.toContain(SECRETS.expected);
  });

  it('counts incidents and credits, and keeps them with who wrote them', async () => {
    await sitDown(room.first);
    await startAll();
    const { sitting } = room.first;
    await command({ do: 'incident', sitting, category: 'health', text: 'Malaise bref' });
    await command({ do: 'credit', sitting, ms: 72_000, category: 'Coupure de réseau', text: '' }, room.head);
    expect(await firstSeat()).toMatchObject({ incidents: 1, creditMs: 72_000 });
    const { lines } = await readLog(room.plateau, room.proctor, room.session);
    expect(lines.filter(({ kind }) => kind === 'incident' || kind === 'credit')).toMatchObject([
      { text: 'Santé\u00a0: Malaise bref', who: room.proctor.name, people: [{ number: '0403' }] },
      {
        text: 'Crédit de 1\u00a0min\u00a012\u00a0: Coupure de réseau',
        who: room.head.name,
        people: [{ number: '0403' }]
      }
    ]);
  });
});

describe('a command', () => {
  it.each([
    ['pause', { cause: 'Alerte incendie, évacuation' }, 'clock.paused'],
    ['credit', { ms: 60_000, category: 'Panne du poste', text: 'écran' }, 'clock.credited'],
    ['trigger', { beat: 'manuel' }, 'beat.triggered'],
    ['skip', { beat: 'manuel' }, 'beat.skipped'],
    ['word', { text: 'Regardez votre écran' }, 'proctor.word-sent'],
    ['incident', { category: 'fraud', text: 'Téléphone', witnesses: ['P. Rémy'] }, 'incident.noted'],
    ['move', { post: '12' }, 'proctor.post-changed'],
    ['end', { confirmation: '0403' }, 'sitting.ended']
  ])('%s is written in the log with who did it', async (name, more, type) => {
    await sitDown(room.first);
    await startAll();
    await command({ do: name, sitting: room.first.sitting, ...more });
    const entry = (await logOf(room.first)).findLast((each) => each.type === type);
    expect(entry?.d).toMatchObject({ who: room.proctor.name });
  });

  it('to the whole room reaches everybody that it can', async () => {
    await sitDown(room.first);
    await sitDown(room.second);
    expect(await startAll()).toEqual({ done: 2 });
    await command({ do: 'pause', sitting: room.first.sitting, cause: 'Santé' });
    expect(await command({ do: 'pause', sitting: null, cause: 'Consigne' })).toEqual({ done: 1 });
    expect(await command({ do: 'credit', sitting: null, ms: 60_000, category: 'Autre', text: '' })).toEqual({
      done: 2
    });
    expect(await command({ do: 'resume', sitting: null })).toEqual({ done: 2 });
    expect(await command({ do: 'end', sitting: null, confirmation: 'terminer' })).toEqual({ done: 2 });
    expect((await look()).session.ended).toBe(true);
  });

  it('ends the session when whoever came is done: an absent candidate does not keep it open', async () => {
    await sitDown(room.first);
    await startAll();
    await command({ do: 'end', sitting: null, confirmation: 'TERMINER' });
    expect((await look()).session.ended).toBe(true);
  });

  it('starts a latecomer where the others are, so that the end is not moved, third-time counted', async () => {
    await sitDown(room.first);
    await startAll();
    room.advance(2 * MINUTE);
    await command({ do: 'pause', sitting: null, cause: 'Alarme' });
    room.advance(10 * MINUTE);
    await command({ do: 'resume', sitting: null });
    room.advance(2 * MINUTE);
    await sitDown(room.second);
    await command({ do: 'start', sitting: room.second.sitting });
    const started = (await logOf(room.second)).find(({ type }) => type === 'clock.started');
    expect(started?.d).toMatchObject({ lateMs: 3 * MINUTE });
    const [first, second] = (await look()).seats;
    expect(wallOf(first!, first!.clock.endMs)! - wallOf(second!, second!.clock.endMs)!).toBe(
      first!.clock.endMs - (second!.clock.endMs * 4) / 3
    );
  });

  it('ends those who still wait for the start with the others', async () => {
    await sitDown(room.first);
    await startAll();
    await sitDown(room.second);
    expect(await command({ do: 'end', sitting: null, confirmation: 'TERMINER' })).toEqual({ done: 2 });
    expect((await look()).session.ended).toBe(true);
  });

  it('moves a candidate to another machine: the old one is told, the new one takes over', async () => {
    await sitDown(room.first);
    await startAll();
    await command({ do: 'move', sitting: room.first.sitting, post: '12' });
    expect(await firstSeat()).toMatchObject({ post: '12', open: false, moving: true });
    await openDesk(room.plateau, room.first.account, null);
    expect(await firstSeat()).toMatchObject({ post: '12', open: true, moving: false });
  });

  it('lowers the hand that is answered', async () => {
    await sitDown(room.first);
    await startAll();
    await setHand(room.plateau, room.first.account, { raised: true });
    expect((await firstSeat()).handSinceAt).toBe(room.wall);
    await command({ do: 'hand', sitting: room.first.sitting });
    expect((await firstSeat()).handSinceAt).toBeNull();
  });

  it.each([
    ['an end that is not confirmed', { do: 'end', confirmation: '0417' }, 'command.not-confirmed'],
    ['fraud without a witness', { do: 'incident', category: 'fraud', text: 'x' }, 'command.malformed'],
    ['a pause without a cause', { do: 'pause', cause: ' ' }, 'command.malformed'],
    ['a wish', { do: 'wish' }, 'command.malformed'],
    ['an event of no scenario', { do: 'trigger', beat: 'rien' }, 'beat.unknown']
  ])('that is %s changes nothing', async (_, body, code) => {
    await sitDown(room.first);
    await startAll();
    const before = (await logOf(room.first)).length;
    await expect(command({ sitting: room.first.sitting, ...body })).rejects.toMatchObject({ code });
    expect(await logOf(room.first)).toHaveLength(before);
  });
});

describe('the door of the board', () => {
  const everyDoor = async (account: Account | null, session: SessionId) => [
    await call(streamEndpoint, account, `/flux?session=${session}`),
    await call(commandEndpoint, account, '/commandes', {
      method: 'POST',
      body: JSON.stringify({ do: 'word', session, sitting: null, text: 'Bonjour' })
    }),
    await call(seatEndpoint, account, `/postes/x?session=${session}`, {
      params: { sitting: room.first.sitting }
    })
  ];

  it('is open to the proctor and the head of the session', async () => {
    expect(await everyDoor(room.proctor, room.session)).toEqual([200, 200, 200]);
    expect(await everyDoor(room.head, room.session)).toEqual([200, 200, 200]);
  });

  it('is shut to candidates, jurors, authors and strangers', async () => {
    for (const account of [room.first.account, room.juror, room.author])
      expect(await everyDoor(account, room.session)).toEqual([403, 403, 403]);
    expect(await everyDoor(null, room.session)).toEqual([401, 401, 401]);
  });

  it('says nothing of another session, nor of a seat that is not in it', async () => {
    expect(await everyDoor(room.proctor, other)).toEqual([404, 404, 404]);
    const body = JSON.stringify({ do: 'word', session: other, sitting: room.first.sitting, text: 'Bonjour' });
    expect(await call(commandEndpoint, room.head, '/commandes', { method: 'POST', body })).toBe(404);
  });

  it('offers a head every session, a proctor only theirs', async () => {
    expect((await listBoards(room.plateau, room.head)).map(({ id }) => id)).toEqual([other, room.session]);
    expect((await listBoards(room.plateau, room.proctor)).map(({ id }) => id)).toEqual([room.session]);
  });
});

describe('the stream of the board', () => {
  it('tells a raised hand in less than two seconds, and many changes in few messages', async () => {
    await sitDown(room.first);
    await startAll();
    const closing = new AbortController();
    const rooms = roomStream(room.plateau, room.proctor, room.session, closing.signal);
    await rooms.next();
    const began = performance.now();
    for (const raised of [true, false, true, false, true])
      await setHand(room.plateau, room.first.account, { raised });
    let messages = 0;
    let raised = false;
    while (!raised) {
      const { value } = await rooms.next();
      messages++;
      raised = value!.seats.some(({ handSinceAt }) => handSinceAt !== null);
    }
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(messages).toBeLessThan(5);
    closing.abort();
    expect((await rooms.next()).done).toBe(true);
  });

  it('hears nothing of a session that is not theirs', async () => {
    const rooms = roomStream(room.plateau, room.proctor, other, room.closing.signal);
    await expect(rooms.next()).rejects.toMatchObject({ code: 'session.unknown' });
  });
});
