import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom } from '../../../tests/builders/exam-room';
import { readCode, showCode } from './access-code';
import { issueCodes, revokeAccess } from './codes.server';
import { createSession } from './create-session.server';
import { firstAccountCode } from './first-account.server';
import { accountOfToken, logInWithCode, logOut, LOGIN_LIFETIME_MS } from './log-in.server';
import { addCandidate, addStaff } from './people.server';
import { listPeople, listSessions } from './session-list.server';

let room: ExamRoom;
beforeEach(async () => {
  room = await ExamRoom.open();
});
afterEach(() => room.close());

const logIn = (code: string, address = '10.0.0.7') => logInWithCode(room.plateau, { code, address });

describe('an access code', () => {
  it('is read however it is typed, and nothing else is', () => {
    expect(readCode(' k7qf 2mzd ')).toBe('K7QF2MZD');
    expect(readCode('k7qf-2mzd')).toBe('K7QF2MZD');
    expect(readCode('K7QF2MZ')).toBeNull();
    expect(readCode('K7QF2MZ0')).toBeNull();
    expect(showCode('K7QF2MZD')).toBe('K7QF-2MZD');
  });

  it('opens a login that lasts a day, until it is closed or revoked', async () => {
    const { account, token } = await logIn(room.first.code.toLowerCase());
    expect(account).toEqual(room.first.account);
    expect(await accountOfToken(room.plateau, token)).toEqual(account);
    expect(await accountOfToken(room.plateau, `${token}x`)).toBeNull();
    await logOut(room.plateau, token);
    expect(await accountOfToken(room.plateau, token)).toBeNull();
    const again = await logIn(room.first.code);
    await revokeAccess(room.plateau, room.head, room.session, account.id);
    expect(await accountOfToken(room.plateau, again.token)).toBeNull();
    await expect(logIn(room.first.code)).rejects.toMatchObject({ code: 'login.wrong-code' });
    const other = await logIn(room.second.code);
    room.advance(LOGIN_LIFETIME_MS + 1);
    expect(await accountOfToken(room.plateau, other.token)).toBeNull();
  });

  it('is kept nowhere in clear', async () => {
    const { token } = await logIn(room.first.code);
    const { read } = room.plateau.db;
    const kept = JSON.stringify([
      await read.selectFrom('accounts').selectAll().execute(),
      await read.selectFrom('logins').selectAll().execute()
    ]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(readCode(room.first.code));
  });

  it('that is wrong ten times shuts the door of that address alone, longer each time', async () => {
    for (let wrong = 1; wrong < 10; wrong++)
      await expect(logIn('AAAA-AAAA')).rejects.toMatchObject({ code: 'login.wrong-code' });
    await expect(logIn('AAAA-AAAA')).rejects.toMatchObject({
      code: 'login.blocked',
      details: { seconds: 30 }
    });
    await expect(logIn(room.first.code)).rejects.toMatchObject({ code: 'login.blocked' });
    await expect(logIn(room.first.code, '10.0.0.8')).resolves.toMatchObject({ account: room.first.account });
    room.advance(30_000);
    await expect(logIn('AAAA-AAAA')).rejects.toMatchObject({
      code: 'login.blocked',
      details: { seconds: 60 }
    });
    room.advance(60_000);
    await expect(logIn(room.first.code)).resolves.toMatchObject({ account: room.first.account });
    await expect(logIn('AAAA-AAAA')).rejects.toMatchObject({ code: 'login.wrong-code' });
  });

  it('that cannot be one costs no try', async () => {
    for (let slip = 0; slip < 30; slip++)
      await expect(logIn('bonjour')).rejects.toMatchObject({ code: 'login.malformed' });
    await expect(logIn(room.first.code)).resolves.toMatchObject({ account: room.first.account });
  });
});

describe('the session head', () => {
  const form = { scenario: 'essai', name: 'Mars', centre: 'Nantes', room: '', day: '2026-03-18' };

  it('makes a session, adds people, and prints codes that work once printed', async () => {
    const { plateau, head } = room;
    const session = await createSession(plateau, head, form);
    const candidate = {
      number: '0001',
      firstName: 'Zoé',
      lastName: 'Martin',
      post: '01',
      rate: { num: 3, den: 4 }
    };
    const added = await addCandidate(plateau, head, session, candidate);
    await addStaff(plateau, head, session, { role: 'juror', name: 'Ève Petit' });
    await addStaff(plateau, head, session, { role: 'juror', name: 'Luc Rey' });
    const codes = await issueCodes(plateau, head, session);
    expect(codes).toHaveLength(3);
    await expect(logIn(added.code)).rejects.toMatchObject({ code: 'login.wrong-code' });
    const printed = codes.find(({ account }) => account === added.account);
    await expect(logIn(printed?.code ?? '')).resolves.toMatchObject({ account: { name: 'Zoé Martin' } });
    const people = await listPeople(plateau, head, session);
    expect(people.filter(({ role }) => role === 'juror')).toHaveLength(2);
    expect((await listSessions(plateau, head)).map(({ name }) => name)).toEqual(['Mars', 'Session d’essai']);
    await expect(addCandidate(plateau, head, session, candidate)).rejects.toMatchObject({
      code: 'session.number-taken'
    });
  });

  it('is told which field is wrong, and nobody else may', async () => {
    await expect(createSession(room.plateau, room.head, { ...form, day: 'demain' })).rejects.toMatchObject({
      code: 'session.malformed',
      details: { field: 'day' }
    });
    for (const actor of [room.first.account, room.proctor, room.juror, room.author])
      await expect(createSession(room.plateau, actor, form)).rejects.toMatchObject({ code: 'access.denied' });
    await expect(listSessions(room.plateau, null)).rejects.toMatchObject({ code: 'access.signed-out' });
  });
});

describe('the first account of a centre', () => {
  it('is made once, by the code of the console', async () => {
    expect(await firstAccountCode(room.plateau)).toBeNull();
    await room.plateau.db.write(async (tx) => {
      await tx.deleteFrom('sessions').execute();
      await tx.deleteFrom('accounts').execute();
    });
    const printed = await firstAccountCode(room.plateau);
    const { account, newCode } = await logIn(printed ?? '');
    expect(account).toMatchObject({ role: 'head', session: null });
    await expect(logIn(printed ?? '')).rejects.toMatchObject({ code: 'login.wrong-code' });
    await expect(logIn(newCode ?? '')).resolves.toMatchObject({ account, newCode: null });
    expect(await firstAccountCode(room.plateau)).toBeNull();
  });
});
