import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JuryRoom } from '../../../../tests/builders/jury-room';
import type { Account } from '../../sessions/account';
import { addCandidate, insertAccount } from '../../sessions/people.server';
import { revokeAccess } from '../../sessions/codes.server';
import { purgeSession } from '../../sessions/purge.server';
import { listCopies } from '../copy/copies.server';
import { confirmAgreement } from '../grid/agreement.server';
import { choosePair, liftRecusal, listJury, recuse } from './choose-jury.server';

const refusedWith = (code: string) => expect.objectContaining({ code }) as Error;

describe('the jury of each copy, in order', () => {
  let jury: JuryRoom;
  let third: Account;
  beforeAll(async () => {
    jury = await JuryRoom.open();
    jury.room.advance(1);
    const { plateau, session } = jury.room;
    const name = 'Claire Petit';
    const { account } = await insertAccount(plateau, { role: 'juror', name, session });
    third = { id: account, role: 'juror', name, session };
  });
  afterAll(() => jury.close());
  const list = () => listJury(jury.ctx, jury.room.head, jury.room.session);
  const pairs = async () => (await list()).copies.map(({ jurors }) => jurors.map(({ name }) => name));
  const choose = (first: Account, second: Account, who: Account | null = jury.room.head) =>
    choosePair(jury.ctx, who, jury.room.session, {
      copy: jury.room.first.sitting,
      first: first.id,
      second: second.id
    });
  const about = (juror: Account) => ({ copy: jury.room.first.sitting, juror: juror.id });
  const numbers = async (juror: Account) => (await listCopies(jury.ctx, juror)).map(({ number }) => number);

  it('shares the copies evenly by default', async () => {
    expect(await pairs()).toEqual([
      ['Sophie Lambert', 'Antoine Mercier'],
      ['Sophie Lambert', 'Claire Petit']
    ]);
  });

  it('is the head’s alone to read and to change', async () => {
    const { session, proctor } = jury.room;
    for (const who of [null, proctor, jury.jurors[0], jury.stranger])
      await expect(listJury(jury.ctx, who, session)).rejects.toMatchObject({
        code: who ? 'access.denied' : 'access.signed-out'
      });
    await expect(choose(jury.jurors[0], third, jury.jurors[0])).rejects.toEqual(refusedWith('access.denied'));
  });

  it('gives a copy to the two jurors that the head chooses, and to nobody else', async () => {
    await choose(third, jury.jurors[1]);
    expect((await pairs())[0]).toEqual(['Claire Petit', 'Antoine Mercier']);
    expect(await numbers(third)).toContain('0403');
    expect(await numbers(jury.jurors[0])).not.toContain('0403');
  });

  it('refuses the same juror twice, a juror of another session and a copy of another', async () => {
    await expect(choose(third, third)).rejects.toEqual(refusedWith('jury.same-twice'));
    await expect(choose(third, jury.stranger)).rejects.toEqual(refusedWith('jury.unknown'));
    await expect(
      choosePair(jury.ctx, jury.room.head, jury.room.session, {
        copy: 'elsewhere',
        first: third.id,
        second: jury.jurors[0].id
      })
    ).rejects.toEqual(refusedWith('jury.unknown'));
  });

  it('keeps a recused juror from the copy, puts another in their place, and lifts a recusal', async () => {
    const { head, session } = jury.room;
    await recuse(jury.ctx, head, session, { ...about(third), cause: 'trainer' });
    expect((await pairs())[0]).toEqual(['Antoine Mercier', 'Sophie Lambert']);
    expect((await list()).copies[0]!.recusals).toEqual([{ juror: third.id, cause: 'trainer' }]);
    await expect(choose(third, jury.jurors[1])).rejects.toEqual(refusedWith('jury.recused'));
    await liftRecusal(jury.ctx, head, session, about(third));
    expect((await list()).copies[0]!.recusals).toEqual([]);
    await choose(jury.jurors[0], jury.jurors[1]);
  });

  it('moves nobody once somebody has begun, whoever is added', async () => {
    await jury.markAll(jury.jurors[0]);
    const before = await pairs();
    const { plateau, session, head } = jury.room;
    const form = {
      number: '0401',
      firstName: 'Nour',
      lastName: 'Haddad',
      post: '01',
      rate: { num: 1, den: 1 }
    };
    await addCandidate(plateau, head, session, form);
    await insertAccount(plateau, { role: 'juror', name: 'Yves Morel', session });
    expect((await pairs()).slice(1)).toEqual(before);
    expect((await list()).copies[1]!.begun).toEqual([jury.jurors[0].id]);
  });

  it('replaces a juror whose access is taken away', async () => {
    const { plateau, session, head } = jury.room;
    await revokeAccess(plateau, head, session, third.id);
    expect((await pairs())[2]).toEqual(['Sophie Lambert', 'Yves Morel']);
  });

  it('changes nothing once the pair has begun to agree', async () => {
    await jury.sealAll(jury.jurors[1]);
    await jury.sealAll(jury.jurors[0]);
    await confirmAgreement(jury.ctx, jury.jurors[0], jury.number);
    expect((await list()).copies[1]!.closed).toBe(true);
    await expect(choose(jury.jurors[1], jury.jurors[0])).rejects.toEqual(refusedWith('jury.closed'));
  });

  it('leaves nothing of a purged session but the mention of it', async () => {
    const { plateau, session, head, proctor } = jury.room;
    const purge = (who: Account, word: string) => purgeSession(plateau, who, session, word);
    await expect(purge(proctor, 'SUPPRIMER')).rejects.toEqual(refusedWith('access.denied'));
    await expect(purge(head, 'supprime')).rejects.toEqual(refusedWith('session.unconfirmed'));
    await plateau.db.write((tx) =>
      tx.updateTable('sessions').set({ ended_at: null, started_at: 1 }).execute()
    );
    await expect(purge(head, 'SUPPRIMER')).rejects.toEqual(refusedWith('session.running'));
    await plateau.db.write((tx) => tx.updateTable('sessions').set({ ended_at: 2 }).execute());
    await purge(head, 'supprimer ');
    for (const table of ['grid_events', 'copy_jurors', 'recusals', 'entries', 'candidates'] as const)
      expect(await plateau.db.read.selectFrom(table).selectAll().execute()).toEqual([]);
    const purges = await plateau.db.read.selectFrom('purges').selectAll().execute();
    expect(purges).toMatchObject([{ session, candidates: 3, purged_by: 'Un head' }]);
  });
});
