import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readYaml } from '../../scenario/yaml-source';
import { runSchema, type RunSource } from '../../scenario/format-run';
import { checkDraft, type DraftScript } from '../document/check-draft';
import { editYaml } from '../document/yaml-edit';
import { problemsByEvent } from './problems-of';
import { choiceOf, logOfRun } from './run-choices';
import { shifted } from './shifted';
import { examHour, movedHour, timelineOf, type Timeline } from './timeline';

const FOLDER = join(process.cwd(), 'scenarios/verdelis-decouverte');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const pieces = [
  ...new Set([...read('scenario.yaml').matchAll(/[\w-]+\.(?:mp3|pdf|docx|xlsx)/g)].map(([name]) => name))
].map((name) => ({ name, hash: 'a'.repeat(64), size: 10 }));
const runOf = (file: string): RunSource => runSchema.parse(readYaml(file, read(file)).value);

let script: DraftScript;
const draw = (run: RunSource): Timeline =>
  timelineOf(script.compiled, script.source, logOfRun(script, choiceOf('un', run))!);
const markOf = (timeline: Timeline, id: string) => timeline.marks.find(({ event }) => event?.id === id);

beforeAll(async () => {
  script = (await checkDraft('verdelis-decouverte', { 'scenario.yaml': read('scenario.yaml') }, pieces))
    .script!;
});

describe('the chronogramme of a run', () => {
  it('puts written events at their hour, and draws the rings of a call that nobody takes', () => {
    const idle = draw({ format: 1, titre: 'Rien', etapes: [] });
    const call = markOf(idle, 'appel_aubry')!;
    expect(call).toMatchObject({ atMs: 540_000, lane: 'call', movable: true, conditional: false });
    expect(call.spans.map(({ what, fromMs, toMs }) => [what, (toMs - fromMs) / 1000])).toEqual([
      ['ring', 40],
      ['ring', 40]
    ]);
    expect(call.outcome).toBe('messagerie');
    expect(idle.marks.filter(({ shape }) => shape === 'deadline')).toHaveLength(2);
    expect(idle.unfired.map(({ id }) => id)).toContain('accord_directrice');
    expect(idle.marks.map(({ atMs }) => atMs)).toEqual(
      idle.marks.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
    );
  });

  it('shows a conversation, what the candidate did, and what that made happen', () => {
    const perfect = draw(runOf('parcours/parfait.yaml'));
    expect(markOf(perfect, 'appel_aubry')!.spans.map(({ what }) => what)).toEqual(['ring', 'talk']);
    expect(markOf(perfect, 'accord_directrice')).toMatchObject({ conditional: true, movable: false });
    expect(perfect.marks.some(({ shape }) => shape === 'act')).toBe(true);
    expect(
      perfect.marks.filter(({ shape }) => shape === 'hand-in').every(({ outcome }) => outcome === 'rendue')
    ).toBe(true);
    expect(perfect.unfired.every(({ id }) => !markOf(perfect, id))).toBe(true);
  });

  it('keeps an event that was just dragged where it was put', () => {
    const idle = draw({ format: 1, titre: 'Rien', etapes: [] });
    const index = markOf(idle, 'appel_aubry')!.event!.index;
    const now = structuredClone(script.source) as unknown as { deroule: { a?: string }[] };
    now.deroule[index]!.a = '00:12';
    const moved = markOf(shifted(idle, script.source, now), 'appel_aubry')!;
    expect([moved.atMs, moved.spans[0]!.fromMs]).toEqual([720_000, 720_000]);
    expect(shifted(idle, script.source, null).marks).toEqual(idle.marks);
  });
});

describe('the hours of events', () => {
  it.each([
    ['00:05', 1, '00:06'],
    ['00:05:40', 1, '00:07'],
    ['00:02', -5, '00:00'],
    ['00:28', 5, '00:29'],
    ['00:59', 1, '00:29']
  ])('%s moved by %i min is %s, inside a half-hour exam', (hour, minutes, to) => {
    expect(movedHour(hour, minutes, 1_800_000)).toBe(to);
  });
  it('are written as the format writes them', () => {
    expect([examHour(300_000), examHour(5_430_000)]).toEqual(['00:05', '01:30:30']);
  });
});

describe('the marks of the checker', () => {
  it('stand on the event whose lines they name', async () => {
    const broken = editYaml(read('scenario.yaml'), (yaml) => yaml.set(['deroule', 2, 'a'], 'midi'));
    const { problems } = await checkDraft('verdelis-decouverte', { 'scenario.yaml': broken }, pieces);
    const byEvent = problemsByEvent(readYaml('scenario.yaml', broken), problems);
    expect(byEvent.get(2)!.some(({ severity }) => severity === 'erreur')).toBe(true);
    expect(byEvent.get(1)).toEqual([]);
  });
});
