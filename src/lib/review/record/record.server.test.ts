import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../archive/make-archive.server';
import { confirmAgreement } from '../grid/agreement.server';
import { unsealSheet } from '../grid/marking.server';
import { JuryRoom } from '../../../../tests/builders/jury-room';
import { blockerWords } from './blocker-words';
import { candidatePdf, recordPdf } from './record-pdf.server';
import { readRecord } from './record.server';
import { signRecord } from './sign-record.server';
import { recordBlockers } from './record';

const refused = (code: string) => expect.objectContaining({ code }) as Error;

describe('what holds a record back', () => {
  const copy = { number: '0403', state: 'to-correct', jurors: 2, missing: 0, unsettled: 0 } as const;
  it.each([
    [{ ...copy, state: 'running' }, 'Copie n°\u00a00403\u00a0: l’épreuve n’est pas terminée.'],
    [
      { ...copy, missing: 2 },
      'Copie n°\u00a00403\u00a0: 2\u00a0appréciations à donner, les deux jurés réunis.'
    ],
    [copy, 'Copie n°\u00a00403\u00a0: les appréciations ne sont pas toutes scellées.'],
    [{ ...copy, state: 'to-agree', unsettled: 1 }, 'Copie n°\u00a00403\u00a0: 1\u00a0critère à accorder.'],
    [{ ...copy, jurors: 1 }, 'Copie n°\u00a00403\u00a0: il faut deux jurés pour la corriger.']
  ] as const)('says so: %o', (facts, words) => {
    expect(recordBlockers([facts]).map(blockerWords)).toEqual([words]);
  });
  it('lets agreed copies and absent candidates pass', () => {
    expect(
      recordBlockers([
        { ...copy, state: 'agreed' },
        { ...copy, state: 'absent' }
      ])
    ).toEqual([]);
  });
});

describe('the record of a session, in order', () => {
  let jury: JuryRoom;
  beforeAll(async () => {
    jury = await JuryRoom.open();
  });
  afterAll(() => jury.close());
  const read = (who = jury.jurors[0]) => readRecord(jury.ctx, who, jury.room.session);
  const sign = (juror: 0 | 1, code = jury.codes[juror], digest = '') =>
    signRecord(jury.ctx, jury.jurors[juror], { code, digest, address: '10.0.0.1' });

  it('is shut, without any name, while a copy is not agreed', async () => {
    const view = await read();
    expect(view.record).toBeNull();
    expect(view.blockers.map(({ number, reason }) => [number, reason])).toEqual([['0403', 'to-mark']]);
    expect(JSON.stringify(view)).not.toContain('Delorme');
    await expect(sign(0)).rejects.toEqual(refused('record.not-ready'));
    await expect(readRecord(jury.ctx, jury.stranger, jury.room.session)).rejects.toEqual(
      refused('access.denied')
    );
  });

  it('opens with the names once every copy is agreed or its candidate absent', async () => {
    await jury.sealAll(jury.jurors[0], { 'CP1.1': 'no', 'CP1.2': 'unseen' });
    await jury.sealAll(jury.jurors[1], { 'CP1.1': 'no', 'CP1.2': 'unseen' });
    expect((await read()).blockers.map(({ reason }) => reason)).toEqual(['to-agree']);
    for (const juror of jury.jurors) await confirmAgreement(jury.ctx, juror, jury.number);
    const { record } = await read();
    expect(record!.candidates.map(({ name, absent }) => [name, absent])).toEqual([
      ['DELORME Inès', false],
      ['BOUDJEMA Karim', true]
    ]);
    expect(record!.candidates[0]!.results[0]).toMatchObject({
      id: 'CP1',
      counts: { yes: 3, no: 1, unseen: 1 }
    });
    expect(record!.candidates[0]!.facts.map(({ kind }) => kind)).toEqual(['pause', 'credit']);
  });

  it('is typeset, with its sheets', async () => {
    const { record } = await read();
    const start = (bytes: Uint8Array | null) => new TextDecoder('latin1').decode(bytes ?? new Uint8Array());
    expect(start(recordPdf(record!, 0))).toMatch(/^%PDF-1\.7/);
    expect(start(candidatePdf(record!, '0403', 0))).toContain('pdfaid');
    expect(candidatePdf(record!, '9999', 0)).toBeNull();
  });

  it('is signed by each juror’s own code, and then nothing changes', async () => {
    const { record } = await read();
    const { digest } = record!;
    await expect(sign(0, jury.codes[1], digest)).rejects.toEqual(refused('record.wrong-code'));
    await expect(sign(0, jury.codes[0], 'autre')).rejects.toEqual(refused('record.changed'));
    await sign(0, jury.codes[0], digest);
    await expect(sign(0, jury.codes[0], digest)).rejects.toEqual(refused('record.signed'));
    expect((await read()).locked).toBe(false);
    await expect(unsealSheet(jury.ctx, jury.jurors[1], jury.number, { reason: 'Regret' })).rejects.toEqual(
      refused('record.signed')
    );
    await sign(1, jury.codes[1], digest);
    const view = await read();
    expect(view).toMatchObject({ locked: true, mineSigned: true });
    expect(view.record!.digest).toBe(digest);
    await expect(makeArchive(jury.ctx, jury.jurors[0], jury.room.first.sitting)).resolves.toMatchObject({
      name: 'plateau-2026-03-17-copie-0403.zip'
    });
  }, 300_000);
});
