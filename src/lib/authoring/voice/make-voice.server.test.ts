import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../../../../tests/builders/store';
import type { AccountId } from '../../kernel/ids';
import { BlobStore } from '../../server/blobs';
import type { Account, Role } from '../../sessions/account';
import { LINGWARE, VoiceEngine } from '../../voice/engine.server';
import { notesOf } from '../../voice/mp3-notes';
import { VOICE_LIMITS } from '../../voice/voices';
import { wavOf } from '../../voice/wav';
import { CheckMemory } from '../library/check-memory.server';
import type { AuthoringContext } from '../library/context.server';
import { createScenario } from '../library/create.server';
import { addPieces } from '../library/pieces.server';
import { bytesOfPiece, readDraft } from '../library/read.server';
import { soundOfLine, speakLine, voiceMeans } from './make-voice.server';

let store: TestEngine;
let ctx: AuthoringContext;
let id: string;
const engine = new VoiceEngine(LINGWARE);
const without = new VoiceEngine('/nowhere');
const account = (role: Role): Account => ({ id: role as AccountId, role, name: role, session: null });
const ada = account('author');
const LINE = { texte: 'Bonjour, je rappelle à 10 h 30.', langue: 'fr', voix: 'claire' };
const second = (seconds: number) => wavOf({ samples: new Float32Array(seconds * 8_000), sampleRate: 8_000 });

beforeAll(async () => (store = await startEngine('sqlite')));
afterAll(async () => {
  await engine.close();
  await store.stop();
});
beforeEach(async () => {
  const db = await store.open();
  let clock = 1_000;
  ctx = {
    db,
    blobs: new BlobStore(await mkdtemp(join(tmpdir(), 'plateau-voices-')), db),
    now: () => (clock += 1_000),
    scenariosDirectory: 'scenarios',
    checks: new CheckMemory(),
    importers: { text: () => Promise.resolve(null), sheet: () => Promise.resolve(null) },
    publish: () => Promise.reject(new Error('nothing is published here'))
  };
  ({ id } = await createScenario(ctx, ada, { title: 'Mon épreuve' }));
});

const speak = (input: unknown, who: Account | null = ada, scenario = id, by = engine) =>
  speakLine(ctx, by, who, scenario, input);
const send = (bytes: Uint8Array, who: Account | null = ada, text = 'Bonjour') =>
  soundOfLine(ctx, engine, who, id, { bytes, text, made: 'enregistrement' });

describe('a line said by the engine', () => {
  it('comes with the words that it says, and is kept as a piece under voix/', async () => {
    const { mp3, durationMs } = await speak(LINE);
    expect(durationMs).toBeGreaterThan(1_500);
    expect(notesOf(mp3)).toEqual({ text: LINE.texte, made: 'voix' });
    const name = 'voix/appel-accueil.mp3';
    const { pieces } = await addPieces(ctx, ada, id, 1, [{ name, bytes: mp3 }]);
    expect(pieces.map((piece) => piece.name)).toContain(name);
    const kept = await bytesOfPiece(ctx, await readDraft(ctx, ada, id), name);
    expect(new Uint8Array(kept)).toEqual(mp3);
  });

  it.each([
    ['nobody', null, 'access.signed-out'],
    ['a candidate', account('candidate'), 'access.denied'],
    ['a juror', account('juror'), 'access.denied'],
    ['a head', account('head'), 'access.denied']
  ])('is not for %s', async (_, who, code) => {
    await expect(speak(LINE, who)).rejects.toMatchObject({ code });
    await expect(send(second(1), who)).rejects.toMatchObject({ code });
    expect(() => voiceMeans(engine, who)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['verdelis', 'draft.shipped'],
    ['nowhere', 'draft.unknown']
  ])('is not for the scenario %s', async (scenario, code) => {
    await expect(speak(LINE, ada, scenario)).rejects.toMatchObject({ code });
  });

  it.each([
    ['without text', { ...LINE, texte: ' \n' }, 'voice.no-text'],
    ['too long', { ...LINE, texte: 'a'.repeat(VOICE_LIMITS.textLength + 1) }, 'voice.text-too-long'],
    ['in another language', { ...LINE, langue: 'de' }, 'draft.malformed'],
    ['in no voice', { ...LINE, voix: 'aiguë' }, 'draft.malformed'],
    ['that is not one', null, 'draft.malformed']
  ])('is refused %s', async (_, input, code) => {
    await expect(speak(input)).rejects.toMatchObject({ code });
  });

  it('is refused where there is no engine, which the machine says beforehand', async () => {
    await expect(speak(LINE, ada, id, without)).rejects.toMatchObject({ code: 'voice.no-engine' });
    expect(voiceMeans(engine, ada)).toEqual({ speaks: true, records: true });
    expect(voiceMeans(without, ada)).toEqual({ speaks: false, records: true });
  });
});

describe('a recording', () => {
  it('becomes an .mp3 that says whose words it has', async () => {
    const { mp3, durationMs } = await send(second(2));
    expect(durationMs).toBe(2_000);
    expect(notesOf(mp3)).toEqual({ text: 'Bonjour', made: 'enregistrement' });
  });

  it('stays as it is when it is an .mp3', async () => {
    const { mp3 } = await speak(LINE);
    const again = await send(mp3, ada, 'Autre chose');
    expect(notesOf(again.mp3)).toEqual({ text: 'Autre chose', made: 'enregistrement' });
    expect(again.mp3.subarray(-1_000)).toEqual(mp3.subarray(-1_000));
  });

  it.each([
    ['that is not a sound', new TextEncoder().encode('%PDF-1.7'), 'voice.sound'],
    ['over the length', second(VOICE_LIMITS.seconds + 1), 'voice.sound-too-long'],
    ['over the weight', new Uint8Array(VOICE_LIMITS.soundBytes + 1), 'voice.sound-too-long']
  ])('is refused %s', async (_, bytes, code) => {
    await expect(send(bytes)).rejects.toMatchObject({ code });
  });
});
