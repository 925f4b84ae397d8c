import { fileURLToPath } from 'node:url';
import { ExamRoom } from './exam-room';
import { importers } from '../../src/lib/apps/importers.server';
import { exporters } from '../../src/lib/apps/registry.server';
import type { Account } from '../../src/lib/sessions/account';
import { insertSession } from '../../src/lib/sessions/create-session.server';
import { insertAccount } from '../../src/lib/sessions/people.server';
import { reviewContext, type ReviewContext } from '../../src/lib/review/context.server';
import { gridOfCopy } from '../../src/lib/review/copy/copies.server';
import { sealSheet, writeMarking } from '../../src/lib/review/grid/marking.server';
import type { Mark } from '../../src/lib/review/grid/marks';
import { confirmIdentity } from '../../src/lib/sitting/candidate.server';
import { playSitting } from './played-sitting';

const SCENARIOS = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** A room on the discovery scenario whose first candidate has been through the exam, with a pair of jurors. */
export class JuryRoom {
  private constructor(
    readonly room: ExamRoom,
    readonly ctx: ReviewContext,
    readonly jurors: readonly [Account, Account],
    readonly codes: readonly [string, string],
    /** A juror of another session. */
    readonly stranger: Account
  ) {}

  /** The second candidate is `absent`, or sits down after the first has finished and is still at work. */
  static async open(second: 'absent' | 'at work' = 'absent'): Promise<JuryRoom> {
    const room = await ExamRoom.open();
    const { plateau } = room;
    const offers = await plateau.library.loadFolder(SCENARIOS, importers, () => undefined);
    const offer = offers.find(({ id }) => id === 'verdelis-decouverte')!;
    await plateau.db.write((tx) =>
      tx
        .updateTable('sessions')
        .set({ scenario: offer.id, scenario_hash: offer.hash, referential_version: offer.referentialVersion })
        .execute()
    );
    await plateau.db.write((tx) => tx.deleteFrom('accounts').where('id', '=', room.juror.id).execute());
    const form = { scenario: 'essai', name: 'Autre', centre: 'Angers', room: 'C', day: '2026-03-18' };
    const other = await insertSession(plateau, form, true);
    const [first, firstCode] = await juror(room, 'Sophie Lambert', room.session);
    const [colleague, secondCode] = await juror(room, 'Antoine Mercier', room.session);
    const [stranger] = await juror(room, 'Un étranger', other);
    const ctx = reviewContext(plateau, exporters);
    const played = { ctx, proctor: room.proctor, advance: (ms: number) => room.advance(ms) };
    if (second === 'at work') await confirmIdentity(plateau, room.second.account);
    await playSitting(played, room.first);
    return new JuryRoom(room, ctx, [first, colleague], [firstCode, secondCode], stranger);
  }

  close(): Promise<void> {
    return this.room.close();
  }

  /** Number of the copy that can be corrected. */
  readonly number = '0403';

  /** Marks the whole grid of a juror; `except` differs from « oui ». */
  async markAll(who: Account, except: Readonly<Record<string, Mark | null>> = {}): Promise<void> {
    for (const { id } of (await this.grid()).criteria) {
      const mark = id in except ? except[id] : 'yes';
      if (mark)
        await writeMarking(this.ctx, who, this.number, { type: 'grid.mark-set', d: { criterion: id, mark } });
    }
  }

  async sealAll(who: Account, except: Readonly<Record<string, Mark | null>> = {}): Promise<void> {
    await this.markAll(who, except);
    await sealSheet(this.ctx, who, this.number);
  }

  async grid() {
    const row = await this.ctx.db.read
      .selectFrom('sessions')
      .select('scenario_hash')
      .where('id', '=', this.room.session)
      .executeTakeFirstOrThrow();
    return gridOfCopy(this.ctx, { scenarioHash: row.scenario_hash });
  }
}

async function juror(room: ExamRoom, name: string, session: ExamRoom['session']): Promise<[Account, string]> {
  room.advance(1);
  const { account, code } = await insertAccount(room.plateau, { role: 'juror', name, session });
  return [{ id: account, role: 'juror', name, session }, code];
}
