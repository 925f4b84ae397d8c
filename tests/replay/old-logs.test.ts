import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sheetsOf, type PostState } from '../../src/lib/apps/post/state';
import { deskProgram } from '../../src/lib/apps/registry.server';
import { deskReader, foldDesk, openDesk } from '../../src/lib/desk/fold';
import * as events from '../../src/lib/engine/events';
import { rebuild } from '../../src/lib/engine/replay';
import { canonicalJson } from '../../src/lib/kernel/canonical-json';
import { findBreak } from '../../src/lib/log/chain.server';
import type { Entry } from '../../src/lib/log/entry';
import { upcast } from '../../src/lib/log/event-definition';
import type { Fact } from '../../src/lib/log/facts';
import type { Scene } from '../../src/lib/scene/scene';
import { JuryRoom } from '../builders/jury-room';

const LOGS = new URL('./logs/', import.meta.url).pathname;

/** A log as it was stored, the decor that it was played on, and what it comes to. Never recorded again. */
interface RecordedLog {
  /** Version of every event type in it, on the day when it was recorded. */
  readonly versions: Readonly<Record<string, number>>;
  readonly scene: Scene;
  readonly entries: readonly Entry[];
  readonly summary: Summary;
}
/** What a jury relies on: where the exam ended, its outcomes, its hand-ins, and every fact that an evidence may name. */
interface Summary {
  readonly endedAt: number;
  readonly outcomes: unknown;
  readonly receipts: unknown;
  readonly facts: readonly Fact[];
}

/** Folds a log as the server and the jury's replay do, and reads the facts on the way. */
function foldLog(entries: readonly Entry[], scene: Scene) {
  const known = entries.map((entry) => upcast(deskProgram.registry, entry));
  const { models } = deskProgram;
  let states = openDesk(models, scene);
  const facts = known.flatMap((entry) => {
    states = events.clockStarted.is(entry) ? openDesk(models, scene) : foldDesk(models, states, entry);
    return entry.by === 'candidate' ? deskProgram.factsOf(entry, deskReader(scene, states)) : [];
  });
  return { known, states, facts };
}

function summaryOf(entries: readonly Entry[], scene: Scene): Summary {
  const { known, facts } = foldLog(entries, scene);
  const { t, issues, receipts } = rebuild(known);
  return { endedAt: t, outcomes: issues, receipts, facts };
}

/** The facts of a past log that are still seen, in their order: a vocabulary may grow, but never unsay what it said. */
function stillSeen(past: readonly Fact[], now: readonly Fact[]): readonly Fact[] {
  const rest = [...now];
  const says = (fact: Fact, key: string) => canonicalJson(fact[key] ?? null);
  return past.filter((fact) => {
    const at = rest.findIndex((one) => Object.keys(fact).every((key) => says(one, key) === says(fact, key)));
    if (at >= 0) rest.splice(0, at + 1);
    return at >= 0;
  });
}

const files = readdirSync(LOGS).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(`${LOGS}${name}`, 'utf8')) as RecordedLog;

describe('the logs of past versions', () => {
  it('are kept, one at least', () => {
    expect(files).toContain('v1.json');
  });

  it.each(files)('%s is whole, and folds to what it did', (name) => {
    const { entries, scene, summary } = read(name);
    expect(entries.length).toBeGreaterThan(50);
    expect(findBreak(entries)).toBeNull();
    const { facts, ...rest } = summaryOf(entries, scene);
    const { facts: past, ...before } = summary;
    expect(canonicalJson(rest)).toBe(canonicalJson(before));
    expect(stillSeen(past, facts)).toEqual(past);
    expect(summary.facts.length).toBeGreaterThan(5);
  });

  it('show what was inside letters when it came with them, in the scene and in the delivery', () => {
    const { entries, scene } = read('v1-letters.json');
    expect(entries.map(({ type }) => type)).not.toContain('post.content-revealed');
    const { letters } = foldLog(entries, scene).states.post as PostState;
    expect(letters.map((letter) => sheetsOf(letter).map(({ name }) => name))).toEqual([
      ['divorce-de-la-directrice.pdf'],
      ['lettre-de-licenciement.pdf']
    ]);
  });

  it('know every version that an event type has had: raising one asks for a new log, and its upcaster is tried on the old ones', () => {
    const logs = files.map(read);
    const raised = [...deskProgram.registry.values()].filter(({ version }) => version > 1);
    for (const { type, version } of raised)
      expect(
        logs.some(({ versions }) => (versions[type] ?? 1) === version),
        `${type} is at version ${version}: add a log to tests/replay/logs (see tests/README.md)`
      ).toBe(true);
    // A log never holds a version that the program has forgotten.
    for (const { versions } of logs)
      for (const [type, version] of Object.entries(versions))
        expect(deskProgram.registry.get(type)?.version, type).toBeGreaterThanOrEqual(version);
  });
});

it.runIf(process.env['RECORD_LOG'])('records the log of today beside those of the past', async () => {
  const jury = await JuryRoom.open();
  const { plateau, first } = jury.room;
  const entries = await plateau.db.log.read(first.sitting, 0);
  const hash = (entries[0]?.d as { scenario: string }).scenario;
  const { scene } = await plateau.library.playable(hash);
  const versions = Object.fromEntries(
    [...deskProgram.registry.values()].map(({ type, version }) => [type, version])
  );
  const recorded = { versions, scene, entries, summary: summaryOf(entries, scene) };
  const name = `v${files.length + 1}.json`;
  writeFileSync(`${LOGS}${name}`, `${JSON.stringify(recorded, null, 1)}\n`);
  await jury.close();
  expect(entries.length).toBeGreaterThan(50);
});
