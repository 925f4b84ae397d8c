import { beforeAll, describe, expect, it } from 'vitest';
import { does, exampleWorld, type ExampleWorld } from '../../../tests/builders/played-script';
import * as events from './events';
import { beatsOf, clockOf, nextDueWall, phaseOf, tasksOf } from './queries';
import { summarise } from './recorded-run';
import { Simulation } from './simulate';
import { step } from './step';

const MINUTE = 60_000;

describe('a sitting of the example', () => {
  let world: ExampleWorld;
  let run: Simulation;
  const call = () => run.state.conversation?.call ?? world.scope.callKey('appel_aubry');
  const choose = (line: string, id: string) =>
    does(run, {
      fait: 'appel.choix',
      appel: call(),
      choix: world.scope.choiceNumber('appel_aubry', line, id)
    });
  const lines = () => summarise(world.scenario, run.log);
  const issues = (beat: string) => run.state.issues[beat] ?? [];
  const open = (options = {}) => {
    run = new Simulation(world.scenario, options);
    run.start();
  };

  beforeAll(async () => {
    world = await exampleWorld();
  });

  it('goes through its phases', () => {
    run = new Simulation(world.scenario);
    expect(phaseOf(run.state)).toBe('identity');
    expect(nextDueWall(run.state)).toBeNull();
    run.do({ by: 'candidate', gesture: events.identityConfirmed({}) });
    expect(phaseOf(run.state)).toBe('familiarisation');
    run.do({ by: 'candidate', gesture: events.familiarisationFinished({}) });
    expect(phaseOf(run.state)).toBe('ready');
    run.do({ by: 'candidate', gesture: events.familiarisationResumed({}) });
    expect(phaseOf(run.state)).toBe('familiarisation');
    run.do({ by: 'candidate', gesture: events.familiarisationFinished({}) });
    run.start();
    expect(phaseOf(run.state)).toBe('running');
    run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'alarme' }) });
    expect(phaseOf(run.state)).toBe('paused');
    expect(nextDueWall(run.state)).toBeNull();
    run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    run.finish();
    expect(phaseOf(run.state)).toBe('over');
    expect(run.state.ended).toBe('time');
  });

  it('refuses controls that make no sense', () => {
    run = new Simulation(world.scenario);
    expect(() => run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'x' }) })).toThrow(
      'clock.not-running'
    );
    run.start();
    expect(() => run.start()).toThrow('clock.already-started');
    expect(() => run.do({ by: 'proctor', gesture: events.clockResumed({}) })).toThrow('clock.not-paused');
    expect(() => run.do({ by: 'proctor', gesture: events.beatTriggered({ beat: 'nul' }) })).toThrow(
      'beat.unknown'
    );
  });

  it('takes the wrong answer, then nothing reveals it was wrong', () => {
    open();
    run.waitUntil(5 * MINUTE);
    does(run, { fait: 'appel.decroche', appel: call() });
    choose('accueil', 'absente');
    does(run, { fait: 'message.pris', appel: call(), pour: 'directrice', texte: 'il faut rappeler' });
    expect(issues('appel_aubry')).toEqual(['message_incomplet']);
  });

  it('reacts to a right mail that follows a wrong one, as an answer to it', () => {
    open();
    const mail = (id: string, nom: string) =>
      does(run, { fait: 'courriel.envoye', id, a: ['j.aubry@clos.example'], pieces: [{ nom, type: 'pdf' }] });
    mail('mail-1', 'Facture.pdf');
    run.wait(3 * MINUTE);
    expect(lines().join('\n')).not.toContain('merci_aubry');
    mail('mail-2', 'Avoir AV-2026-0031.pdf');
    run.wait(2 * MINUTE);
    expect(lines().join('\n')).toContain('courriel merci_aubry');
    expect(run.log.find((entry) => entry.type === 'mail.received')?.d).toMatchObject({ replyTo: 'mail-2' });
  });

  it('hears a typed answer, and falls back when it fits nothing', () => {
    for (const [texte, heard] of [
      ['Je prends un MESSAGE pour elle', 'j’attends un geste'],
      ['Hum.', 'Bon. Au revoir.']
    ] as const) {
      open();
      run.waitUntil(5 * MINUTE);
      does(run, { fait: 'appel.decroche', appel: call() });
      does(run, { fait: 'appel.dit', appel: call(), texte });
      expect(lines().at(-1) + lines().slice(-2).join(' ')).toContain(heard);
    }
  });

  it('brings a caller back from an extension where nobody answers', () => {
    open();
    run.waitUntil(5 * MINUTE);
    does(run, { fait: 'appel.decroche', appel: call() });
    does(run, { fait: 'appel.transfere', appel: call(), poste: '999' });
    expect(lines().at(-1)).toContain('Personne ne répond à ce poste.');
    does(run, { fait: 'appel.transfere', appel: call(), poste: '201' });
    expect(issues('appel_aubry')).toEqual(['transfere']);
    run.wait(MINUTE);
    expect(run.log.findLast((entry) => entry.type === 'phone.ended')?.d).toMatchObject({
      how: 'transferred'
    });
  });

  it('rings again after a missed call, then leaves a voice message', () => {
    open();
    run.finish();
    expect(lines().slice(0, 6)).toEqual([
      '00:05:00 sonnerie appel_aubry',
      '00:05:40 appel terminé appel_aubry (missed)',
      '00:07:40 sonnerie appel_aubry',
      '00:08:20 appel terminé appel_aubry (missed)',
      '00:08:20 messagerie appel_aubry',
      '00:08:20 issue appel_aubry = messagerie'
    ]);
  });

  it('lets the candidate put a call off, then call back', () => {
    open();
    run.waitUntil(5 * MINUTE);
    does(run, { fait: 'appel.reporte', appel: call() });
    expect(run.state.conversation).toBeNull();
    does(run, { fait: 'appel.passe', numero: '0261912208', appel: 'call-mine' });
    expect(run.state.conversation).toEqual({ beat: 'appel_aubry', call: 'call-mine' });
    run.wait(4 * MINUTE);
    expect(lines().filter((line) => line.includes('sonnerie'))).toHaveLength(1);
  });

  it('lets a call to nobody ring in vain', () => {
    open();
    does(run, { fait: 'appel.passe', numero: '0999', appel: 'call-mine' });
    expect(run.log.at(-1)).toMatchObject({
      by: 'script',
      type: 'phone.ended',
      d: { call: 'call-mine', how: 'missed' }
    });
  });

  it('freezes a ringing call during a pause', () => {
    open();
    run.waitUntil(5 * MINUTE + 10_000);
    run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'alarme' }) });
    run.wait(20 * MINUTE);
    expect(run.state.conversation).not.toBeNull();
    run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    run.wait(29_999);
    expect(run.state.conversation).not.toBeNull();
    run.wait(1);
    expect(run.state.conversation).toBeNull();
  });

  it('stretches everything alike with third-time', () => {
    open({ rate: { num: 3, den: 4 } });
    expect(nextDueWall(run.state)).toBe((5 * MINUTE * 4) / 3);
    run.wait(20 * MINUTE - 1);
    expect(phaseOf(run.state)).toBe('running');
    run.wait(1);
    expect(phaseOf(run.state)).toBe('over');
    expect(clockOf(run.state)).toMatchObject({ t: 15 * MINUTE, rate: 0.75, running: false });
  });

  it('holds the clock for a credit while the candidate works', () => {
    open();
    run.waitUntil(4 * MINUTE);
    run.do({ by: 'proctor', gesture: events.clockCredited({ ms: 3 * MINUTE, cause: 'panne' }) });
    expect(clockOf(run.state).heldUntil).toBe(7 * MINUTE);
    run.wait(2 * MINUTE);
    does(run, { fait: 'document.remis', tache: 'reclamation', production: 'lettre' });
    expect(run.state.t).toBe(4 * MINUTE);
    expect(run.state.receipts['reclamation']?.['lettre']).toMatchObject({ late: false });
    run.wait(MINUTE + MINUTE - 1);
    expect(lines().join()).not.toContain('sonnerie');
    run.wait(1);
    expect(lines().join()).toContain('sonnerie');
  });

  it('keeps what is left of a hold through a pause', () => {
    open();
    run.do({ by: 'proctor', gesture: events.clockCredited({ ms: 3 * MINUTE, cause: 'panne' }) });
    run.wait(MINUTE);
    run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'alarme' }) });
    run.wait(10 * MINUTE);
    run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    expect(nextDueWall(run.state)).toBe(11 * MINUTE + 2 * MINUTE + 5 * MINUTE);
  });

  it('pauses in the past, from the last heartbeat, and never turns time back', () => {
    open();
    run.waitUntil(2 * MINUTE);
    const pause = { by: 'system', gesture: events.clockPaused({ cause: 'coupure' }) } as const;
    const [entry] = step(world.scenario, run.state, pause, MINUTE + 30_000);
    expect(entry).toMatchObject({ by: 'system', t: MINUTE + 30_000, wall: MINUTE + 30_000 });
    run.waitUntil(5 * MINUTE);
    const [late] = step(world.scenario, run.state, pause, MINUTE);
    expect(late).toMatchObject({ t: 5 * MINUTE });
  });

  it('flags late work and never refuses it', () => {
    open();
    does(run, { fait: 'piece.validee', type: 'avoir', total: 41_400 });
    run.waitUntil(13 * MINUTE);
    does(run, { fait: 'document.remis', tache: 'reclamation', production: 'lettre' });
    const [task] = tasksOf(world.scenario.compiled, run.state);
    expect(task?.issue).toBe('rendue_tard');
    expect(task?.productions.map(({ late }) => late)).toEqual([true, false]);
    run.finish();
    expect(issues('relance')).toEqual(['envoye']);
  });

  it('obeys the proctor: triggers, skips', () => {
    open();
    run.do({ by: 'proctor', gesture: events.beatTriggered({ beat: 'panne' }) });
    expect(issues('panne')).toEqual(['envoye']);
    run.do({ by: 'proctor', gesture: events.beatSkipped({ beat: 'appel_aubry' }) });
    run.finish();
    expect(lines().join()).not.toContain('sonnerie');
    expect(issues('appel_aubry')).toEqual(['saute']);
    expect(beatsOf(world.scenario.compiled, run.state)[0]).toMatchObject({ status: 'done', issue: 'saute' });
  });

  it('skips a call that is ringing', () => {
    open();
    run.waitUntil(5 * MINUTE);
    run.do({ by: 'proctor', gesture: events.beatSkipped({ beat: 'appel_aubry' }) });
    expect(run.state.conversation).toBeNull();
  });

  it('logs what comes after the end, and lets nothing follow from it', () => {
    open();
    run.finish();
    const length = run.log.length;
    does(run, { fait: 'document.remis', tache: 'reclamation', production: 'lettre' });
    expect(run.log).toHaveLength(length + 1);
    expect(run.state.receipts).toEqual({});
  });

  it('ends early on the proctor’s word', () => {
    open();
    run.waitUntil(5 * MINUTE + 5000);
    run.do({ by: 'proctor', gesture: events.sittingEnded({ cause: 'proctor' }) });
    expect(run.state.dues).toEqual([]);
    expect(run.state.conversation).toBeNull();
    expect(nextDueWall(run.state)).toBeNull();
  });
});
