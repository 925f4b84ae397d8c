import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCopies, requireCopy } from '../copy/copies.server';
import { readCopyView } from '../copy/copy-view.server';
import { JuryRoom } from '../../../../tests/builders/jury-room';
import { replayFeed } from '../replay/feed.server';
import { confirmAgreement, readDifferences, settleDifference } from './agreement.server';
import { sealSheet, unsealSheet, writeMarking } from './marking.server';

const refusedWith = (code: string) => expect.objectContaining({ code }) as Error;

describe('two jurors on one copy, in order', () => {
  let jury: JuryRoom;
  beforeAll(async () => {
    jury = await JuryRoom.open('at work');
  });
  afterAll(() => jury.close());
  const mark = (juror: 0 | 1, criterion: string, value: string) =>
    writeMarking(jury.ctx, jury.jurors[juror], jury.number, {
      type: 'grid.mark-set',
      d: { criterion, mark: value }
    });

  it('lists copies by number with their states', async () => {
    const copies = await listCopies(jury.ctx, jury.jurors[0]);
    expect(copies.map(({ number, state, marked }) => [number, state, marked])).toEqual([
      ['0403', 'to-correct', 0],
      ['0417', 'running', 0]
    ]);
    expect(copies[0]!.criteria).toBe((await jury.grid()).criteria.length);
  });

  it('keeps a running copy shut, and everything from jurors of other sessions and other roles', async () => {
    await expect(requireCopy(jury.ctx, jury.jurors[0], '0417')).rejects.toEqual(refusedWith('copy.running'));
    await expect(requireCopy(jury.ctx, jury.stranger, '0403')).rejects.toEqual(refusedWith('copy.unknown'));
    await expect(listCopies(jury.ctx, jury.room.first.account)).rejects.toEqual(refusedWith('access.denied'));
    await expect(readCopyView(jury.ctx, null, '0403')).rejects.toEqual(refusedWith('access.signed-out'));
  });

  it('never gives a name of a candidate, of a juror or of the proctor’s words', async () => {
    const copy = await requireCopy(jury.ctx, jury.jurors[0], jury.number);
    const sent = JSON.stringify([
      await readCopyView(jury.ctx, jury.jurors[0], jury.number),
      await replayFeed(jury.ctx, copy),
      await listCopies(jury.ctx, jury.jurors[0])
    ]);
    const names = ['Delorme', 'Boudjema', 'Inès', 'Mercier', 'Lambert', 'Un proctor', 'Coupure de courant'];
    expect(names.filter((name) => sent.includes(name))).toEqual([]);
    expect(sent).toContain('Pause de');
  });

  it('shows what was handed in and what was seen, with the moments', async () => {
    const { file } = await readCopyView(jury.ctx, jury.jurors[0], jury.number);
    const letter = file.productions.find(({ production }) => production === 'lettre');
    expect(letter?.received).toMatchObject({
      late: false,
      showing: { kind: 'window', app: 'text', params: { file: 'f-lettre-remise' } }
    });
    const credit = file.productions.find(({ production }) => production === 'avoir');
    expect(credit?.received?.showing).toMatchObject({ app: 'orders', params: { document: 'o-avoir' } });
    expect(file.productions.find(({ production }) => production === 'agenda')?.received).toBeNull();
    expect(file.findings.find(({ evidence }) => evidence === 'avoir_juste')).toMatchObject({ seen: true });
    expect(file.findings.find(({ evidence }) => evidence === 'comite_deplace')).toMatchObject({
      seen: false
    });
    expect(file.traces.map(({ group }) => group)).toEqual(
      expect.arrayContaining(['mails', 'notes', 'documents', 'hand-ins'])
    );
  });

  it('folds marks, comments and pins, and refuses what is not of the grid', async () => {
    await mark(0, 'CP7.3', 'no');
    await mark(0, 'CP7.3', 'yes');
    await writeMarking(jury.ctx, jury.jurors[0], jury.number, {
      type: 'grid.comment-written',
      d: { criterion: 'CP7.3', text: 'SECRET-DU-PREMIER-JURE' }
    });
    await writeMarking(jury.ctx, jury.jurors[0], jury.number, {
      type: 'grid.moment-pinned',
      d: { criterion: 'CP7.3', pin: 'p-1', t: 61_000, note: 'Appel' }
    });
    const { sheet } = await readCopyView(jury.ctx, jury.jurors[0], jury.number);
    expect(sheet.marks).toEqual({ 'CP7.3': 'yes' });
    expect(sheet.pins['CP7.3']).toEqual([{ id: 'p-1', t: 61_000, note: 'Appel' }]);
    await expect(mark(0, 'CP99.1', 'yes')).rejects.toEqual(refusedWith('grid.unknown-criterion'));
    await expect(mark(0, 'CP7.3', '14/20')).rejects.toEqual(refusedWith('grid.malformed'));
  });

  it('will not seal an incomplete grid, and says which criterion is empty', async () => {
    await jury.markAll(jury.jurors[0], { 'CP1.2': null });
    await expect(sealSheet(jury.ctx, jury.jurors[0], jury.number)).rejects.toMatchObject({
      code: 'grid.incomplete',
      details: { missing: ['CP1.2'] }
    });
    await mark(0, 'CP1.2', 'unseen');
    await sealSheet(jury.ctx, jury.jurors[0], jury.number);
    await expect(mark(0, 'CP1.2', 'yes')).rejects.toEqual(refusedWith('grid.sealed'));
  });

  it('keeps each juror blind until both have sealed', async () => {
    for (const juror of jury.jurors)
      await expect(readDifferences(jury.ctx, juror, jury.number)).rejects.toEqual(
        refusedWith('agreement.not-sealed')
      );
    const seen = JSON.stringify([
      await readCopyView(jury.ctx, jury.jurors[1], jury.number),
      await listCopies(jury.ctx, jury.jurors[1])
    ]);
    expect(seen).not.toContain('SECRET-DU-PREMIER-JURE');
    expect((await readCopyView(jury.ctx, jury.jurors[1], jury.number)).sheet.marks).toEqual({});
    expect((await listCopies(jury.ctx, jury.jurors[0]))[0]!.state).toBe('sealed');
  });

  it('lists only the differences once both have sealed', async () => {
    await jury.sealAll(jury.jurors[1], { 'CP7.1': 'no' });
    const view = await readDifferences(jury.ctx, jury.jurors[0], jury.number);
    expect(
      view.differences.map(({ criterion, mine, other }) => [criterion.id, mine.mark, other.mark])
    ).toEqual([
      ['CP1.2', 'unseen', 'yes'],
      ['CP7.1', 'yes', 'no']
    ]);
  });

  it('opens a sealed grid again with a reason, and the agreement with it', async () => {
    await expect(unsealSheet(jury.ctx, jury.jurors[1], jury.number, { reason: ' ' })).rejects.toEqual(
      refusedWith('grid.malformed')
    );
    await settleDifference(jury.ctx, jury.jurors[0], jury.number, {
      criterion: 'CP7.1',
      mark: 'yes',
      motive: 'Avoir proposé'
    });
    await unsealSheet(jury.ctx, jury.jurors[1], jury.number, { reason: 'Erreur de saisie' });
    await expect(readDifferences(jury.ctx, jury.jurors[0], jury.number)).rejects.toEqual(
      refusedWith('agreement.not-sealed')
    );
    await sealSheet(jury.ctx, jury.jurors[1], jury.number);
    const view = await readDifferences(jury.ctx, jury.jurors[0], jury.number);
    expect(view.differences.every(({ settled }) => settled === null)).toBe(true);
    expect((await readCopyView(jury.ctx, jury.jurors[1], jury.number)).sheet.unsealings).toEqual([
      'Erreur de saisie'
    ]);
  });

  it('agrees when every difference has a value and a motive and both confirm', async () => {
    const settle = (criterion: string, motive: string) =>
      settleDifference(jury.ctx, jury.jurors[0], jury.number, { criterion, mark: 'yes', motive });
    await expect(settle('CP7.1', '')).rejects.toEqual(refusedWith('grid.malformed'));
    await expect(settle('CP1.1', 'Identique')).rejects.toEqual(refusedWith('agreement.no-difference'));
    await settle('CP7.1', 'Avoir proposé et suite datée');
    await expect(confirmAgreement(jury.ctx, jury.jurors[0], jury.number)).rejects.toMatchObject({
      code: 'agreement.unsettled',
      details: { missing: ['CP1.2'] }
    });
    await settle('CP1.2', 'Orthographe correcte');
    await confirmAgreement(jury.ctx, jury.jurors[0], jury.number);
    expect((await listCopies(jury.ctx, jury.jurors[0]))[0]!.state).toBe('to-agree');
    await confirmAgreement(jury.ctx, jury.jurors[1], jury.number);
    expect((await listCopies(jury.ctx, jury.jurors[0]))[0]!.state).toBe('agreed');
    await expect(unsealSheet(jury.ctx, jury.jurors[0], jury.number, { reason: 'Trop tard' })).rejects.toEqual(
      refusedWith('grid.agreed')
    );
  });
});
