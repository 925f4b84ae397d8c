import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { MemoryPort } from '../../desk/memory-port.svelte';
import { deskModels } from '../../desk/desk-models';
import type { ShellService } from '../../desk/port';
import type { DeskEvent } from '../../log/entry';
import type { Fact } from '../../log/facts';
import { examMs } from '../../scenario/compile-values';
import { runSchema, type RunSource } from '../../scenario/format-run';
import { scenarioSchema } from '../../scenario/format';
import { gridSchema } from '../../scenario/format-grid';
import { juryOf } from '../../scenario/jury';
import { prepareMedia } from '../../scenario/media';
import { sceneOf } from '../../scenario/scene-of';
import { scopeOf } from '../../scenario/scope';
import { readYaml } from '../../scenario/yaml-source';
import { compileScenario } from '../../scenario/master';
import { folderOf } from '../library/folder';
import { atWorkshop, type Preview } from './preview';
import { choiceOf, logOfRun } from '../chronogram/run-choices';
import { TryOut } from './try-out.svelte';

const FOLDER = join(process.cwd(), 'scenarios/verdelis-decouverte');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const HASH = 'b'.repeat(64);
const source = scenarioSchema.parse(readYaml('scenario.yaml', read('scenario.yaml')).value);
const grid = gridSchema.parse(readYaml('grille.yaml', read('grille.yaml')).value);
const IDLE: RunSource = { format: 1, titre: 'Rien', etapes: [] };
const PERFECT = runSchema.parse(readYaml('parfait.yaml', read('parcours/parfait.yaml')).value);

let preview: Preview;
beforeAll(async () => {
  const names = [
    ...new Set([...read('scenario.yaml').matchAll(/[\w-]+\.(?:mp3|pdf|docx|xlsx)/g)].map(([name]) => name))
  ];
  const pieces = names.map((name) => ({ name, hash: HASH, size: 10 }));
  const folder = folderOf('verdelis-decouverte', {
    texts: { 'scenario.yaml': read('scenario.yaml') },
    pieces
  });
  const nothing = () => Promise.resolve(null);
  const media = await prepareMedia(folder.pieces, { text: nothing, sheet: nothing });
  const scope = scopeOf(source);
  preview = {
    compiled: compileScenario(scope, media),
    scene: sceneOf(scope, media),
    jury: juryOf(scope, grid),
    pieces: { [HASH]: 'voix/aubry accueil.mp3' }
  };
});

function sit(run: RunSource, fromMs: number) {
  const told: DeskEvent[] = [];
  const sitting = new TryOut({
    preview,
    source,
    played: logOfRun({ compiled: preview.compiled, source }, choiceOf('un', run))!,
    fromMs,
    factsOf: (event) => (event.type === 'test.fact' ? [event.d as never] : []),
    gesturesOf: (fact) => [{ type: 'test.done', v: 1, d: fact }],
    productionsFor: (_, { task, id }) => [
      { file: `f-${task}-${id}`, name: 'Brouillon.docx', kind: 'text', changedMs: 1 }
    ],
    onarrival: (event) => told.push(event)
  });
  const desk: MemoryPort = new MemoryPort({
    scene: preview.scene,
    models: deskModels,
    shell: {} as ShellService,
    onrecord: (gesture) => sitting.record(gesture)
  });
  sitting.attach(desk);
  return { sitting, desk, told };
}
const types = (desk: MemoryPort) => desk.journal.map(({ type }) => type);

describe('a try-out', () => {
  it('shows what has arrived before its minute, each at its own time, without a word', () => {
    const { sitting, desk, told } = sit(IDLE, 480_000);
    expect(types(desk)).toEqual(['mail.received', 'mail.received']);
    expect(desk.journal.map(({ t }) => t)).toEqual([240_000, 420_000]);
    expect([sitting.t, desk.clock.examMs(), told.length]).toEqual([480_000, 480_000, 0]);
  });

  it('lets exam time pass at its speed, tells what arrives, and stands still in a pause', () => {
    const { sitting, desk, told } = sit(IDLE, 480_000);
    sitting.speed = 60;
    sitting.pass(1_000);
    expect(sitting.t).toBe(540_000);
    expect(told.map(({ type }) => type)).toEqual(['phone.rang']);
    sitting.running = false;
    sitting.pass(60_000);
    expect([sitting.t, desk.clock.examMs()]).toEqual([540_000, 540_000]);
  });

  it('answers the author’s gestures, and finds what the jury would be told', () => {
    const { sitting, desk, told } = sit(IDLE, 545_000);
    const key = preview.compiled.beats.find(({ id }) => id === 'appel_aubry')!.key;
    const before = sitting.findings.filter(({ seen }) => seen).length;
    desk.record({ type: 'test.fact', v: 1, d: { fait: 'appel.decroche', appel: key } });
    expect(told.map(({ type }) => type)).toEqual(['phone.said']);
    expect(sitting.beats.find(({ id }) => id === 'appel_aubry')!.status).toBe('live');
    desk.record({ type: 'test.fact', v: 1, d: { fait: 'appel.raccroche', appel: key } });
    expect(sitting.findings.filter(({ seen }) => seen).length).toBe(before + 1);
  });

  it('takes over from a recorded run: what that run did counts, and what it would have done does not', () => {
    const halfway = sit(PERFECT, 900_000).sitting;
    const whole = sit(PERFECT, 1_790_000).sitting;
    const seen = ({ findings }: TryOut) => findings.filter((finding) => finding.seen).length;
    expect(seen(halfway)).toBeGreaterThan(0);
    expect(seen(halfway)).toBeLessThan(seen(whole));
    expect(halfway.findings.every(({ t }) => t === undefined || t <= 900_000)).toBe(true);
  });

  it('keeps at a deadline what the author has made, as the exam does', () => {
    const { sitting, desk } = sit(IDLE, 480_000);
    sitting.jump(1_500_000);
    expect(desk.journal.filter(({ type }) => type === 'hand-in.frozen')).toMatchObject([
      {
        t: 1_500_000,
        d: { deliverables: [{ deliverable: 'lettre', files: [{ file: 'f-reclamation-lettre' }] }] }
      }
    ]);
  });

  it('puts on the desk what that candidate did, at its time, and tells the engine nothing twice', () => {
    const { desk, sitting } = sit(PERFECT, 900_000);
    const done = desk.journal.filter(({ type }) => type === 'test.done');
    const facts = PERFECT.etapes.filter(({ fait, heure }) => fait && examMs(heure) <= 900_000);
    expect(done.map(({ d }) => (d as Fact).fait)).toEqual(facts.map(({ fait }) => fait));
    expect(done.map(({ t }) => t)).toEqual(facts.map(({ heure }) => examMs(heure)));
    expect(done.every(({ by }) => by === 'candidate')).toBe(true);
    expect(desk.journal.map(({ t }) => t)).toEqual(desk.journal.map(({ t }) => t).toSorted((a, b) => a - b));
    expect(sitting.t).toBe(900_000);
  });

  it('says which expected amounts were validated, which were not, and what else was', () => {
    const { expected, found } = sit(PERFECT, 1_790_000).sitting.amounts;
    expect(found.map(({ type, totalCents }) => [type, totalCents])).toEqual([['avoir', 41_400]]);
    expect(expected.filter(({ atMs }) => atMs !== null).map(({ totalCents }) => totalCents)).toEqual(
      found.filter((amount) => amount.expected).map(({ totalCents }) => totalCents)
    );
    expect(sit(IDLE, 480_000).sitting.amounts.found).toEqual([]);
  });

  it('jumps ahead without telling, triggers what comes by hand, and ends with the exam', () => {
    const { sitting, desk, told } = sit(IDLE, 0);
    const manual = preview.compiled.beats.find(({ cue }) => cue === 'par le surveillant')!;
    sitting.trigger(manual.id);
    expect(told).toHaveLength(1);
    sitting.jump(99_000_000);
    expect(told).toHaveLength(1);
    expect([sitting.over, sitting.t, desk.clock.remainingMs()]).toEqual([
      true,
      preview.compiled.durationMs,
      0
    ]);
    sitting.record({ type: 'test.fact', v: 1, d: { fait: 'appel.decroche' } });
    expect(sitting.tasks.every(({ issue }) => issue === 'non_rendue')).toBe(true);
  });
});

describe('a preview', () => {
  it('has its voices read from the workshop', () => {
    const there = JSON.stringify(atWorkshop('un', preview));
    expect(there).not.toContain('/api/poste/pieces/');
    expect(there).toContain('/api/atelier/scenarios/un/pieces/voix/aubry%20accueil.mp3');
  });
});
