import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runnable } from '../engine/beat';
import { playRun } from '../engine/recorded-run';
import { MemoryPort } from '../desk/memory-port.svelte';
import type { TreeState } from '../desk/files/model';
import type { ShellService } from '../desk/port';
import type { DeskEvent, EntryDraft } from '../log/entry';
import type { Fact, FactValue } from '../log/facts';
import { folderOf } from '../authoring/library/folder';
import { runSchema } from '../scenario/format-run';
import { scenarioSchema } from '../scenario/format';
import { compileScenario } from '../scenario/master';
import { prepareMedia } from '../scenario/media';
import { sceneOf } from '../scenario/scene-of';
import { scopeOf } from '../scenario/scope';
import { readYaml } from '../scenario/yaml-source';
import { factsOf } from './facts';
import { gesturesOf } from './gestures';
import type { MailState } from './mail/types';
import { models } from './models';
import type { OrdersState } from './orders/state';
import type { PhoneState } from './phone/model';

/** What no fact holds enough of: the edits of a document. */
const UNTOLD = /^(tableur|document\.modifie|fichier)/;
/** Attributes that a desk says better than a run, or that a run writes as it pleases. */
const OWN = new Set([
  'fait',
  'courriel',
  'numero',
  'recommande',
  'nature',
  'texte',
  'service',
  'lignes',
  'source'
]);

async function played(scenario: string, file: string) {
  const folder = join(process.cwd(), 'scenarios', scenario);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const source = scenarioSchema.parse(readYaml('scenario.yaml', read('scenario.yaml')).value);
  const run = runSchema.parse(readYaml(file, read(`parcours/${file}`)).value);
  const names = (readdirSync(join(folder, 'pieces'), { recursive: true }) as string[]).filter((name) =>
    name.includes('.')
  );
  const pieces = names.map((name) => ({ name, hash: 'b'.repeat(64), size: 10 }));
  const nothing = () => Promise.resolve(null);
  const media = await prepareMedia(folderOf(scenario, { texts: {}, pieces }).pieces, {
    text: nothing,
    sheet: nothing
  });
  const scope = scopeOf(source);
  const { log } = playRun(scope, runnable(compileScenario(scope, media)), run);
  const desk = new MemoryPort({ scene: sceneOf(scope, media), models, shell: {} as ShellService });
  return { log, desk };
}

/** Puts a sitting on a desk, and gives each fact with the facts that the desk's own events tell. */
function rebuild(log: readonly EntryDraft[], desk: MemoryPort) {
  let number = 0;
  return log.flatMap((entry) => {
    desk.advance(Math.max(0, entry.t - desk.clock.examMs()));
    if (entry.by === 'script') desk.receive({ by: 'script', type: entry.type, v: entry.v, d: entry.d });
    if (entry.type !== 'simulated.fact') return [];
    const fact = entry.d as Fact;
    const told = gesturesOf(fact, desk, (prefix) => `${prefix}-${++number}`).flatMap((gesture) => {
      const event: DeskEvent = { ...gesture, by: 'candidate', t: entry.t };
      desk.receive(event);
      return factsOf(event, desk);
    });
    return [{ fact, told }];
  });
}

/** What a run says of an attribute, as far as a desk may say it too: `a: [x]` among several, `pieces` by their names. */
function agrees(said: FactValue, told: FactValue | undefined): boolean {
  if (Array.isArray(said)) {
    const items = Array.isArray(told) ? (told as readonly FactValue[]) : [];
    return said.every((item: FactValue) => items.some((other) => agrees(item, other)));
  }
  if (typeof said === 'object' && said !== null)
    return Object.entries(said).every(([key, value]) =>
      agrees(value as FactValue, (told as Readonly<Record<string, FactValue>> | undefined)?.[key])
    );
  const plain = (value: FactValue | undefined) => String(value).replace('T', ' ').toLowerCase();
  return plain(said) === plain(told);
}

const RUNS = ['verdelis', 'verdelis-decouverte'].flatMap((scenario) =>
  readdirSync(join(process.cwd(), 'scenarios', scenario, 'parcours')).map((file) => [scenario, file] as const)
);

describe('what a played candidate did, put on a desk', () => {
  it.each(RUNS)('tells the same facts again: %s, %s', async (scenario, file) => {
    const { log, desk } = await played(scenario, file);
    const lost = rebuild(log, desk).flatMap(({ fact, told }) => {
      if (UNTOLD.test(fact.fait) || (fact.fait === 'piece.creee' && !fact['ht'])) return [];
      const keys = Object.keys(fact).filter((key) => !OWN.has(key));
      const again = told.find(({ fait }) => fait === fact.fait);
      const wrong = again ? keys.filter((key) => !agrees(fact[key] ?? null, again[key])) : ['nothing'];
      return wrong.map(
        (key) => `${fact.fait} ${key}: ${JSON.stringify(fact[key])} / ${JSON.stringify(again?.[key])}`
      );
    });
    expect(lost).toEqual([]);
  });

  it('leaves its documents, its mails, its amounts and its calls to be looked at', async () => {
    const { log, desk } = await played('verdelis', 'parfait.yaml');
    rebuild(log, desk);
    const { files } = desk.state<TreeState>('tree');
    const named = (name: string) => Object.values(files).filter((one) => one.name === name);
    expect(named('LETTRE_AUBRY_20260317.docx').map(({ frozen }) => frozen)).toEqual([false, true]);
    const { messages } = desk.state<MailState>('mail');
    const quote = Object.values(messages).find(({ subject }) => subject === 'Devis pour 120 lavandes');
    expect(quote?.attachments.map(({ name }) => name)).toEqual(['Devis DE-2026-0141.pdf']);
    const validated = Object.values(desk.state<OrdersState>('orders').documents).filter(
      ({ changedMs, number }) => changedMs > 0 && number !== null
    );
    expect(validated.map(({ kind }) => kind)).toEqual(['quote', 'credit']);
    const calls = desk.state<PhoneState>('phone').calls;
    expect(calls.every(({ state }) => state === 'ended')).toBe(true);
    expect(calls.some(({ turns }) => turns.some(({ who }) => who === 'me'))).toBe(true);
    expect(calls.flatMap(({ turns }) => turns.filter(({ text }) => text === '…'))).toEqual([]);
  });

  it('does nothing for what leaves no trace', () => {
    const desk = { scene: {}, state: () => ({}) } as unknown as MemoryPort;
    expect(gesturesOf({ fait: 'inconnu.fait' }, desk, (prefix) => prefix)).toEqual([]);
  });
});
