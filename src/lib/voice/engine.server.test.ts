import { performance } from 'node:perf_hooks';
import { afterAll, describe, expect, it } from 'vitest';
import { LINGWARE, VoiceEngine } from './engine.server';
import { looksLikeMp3 } from './mp3-notes';
import { VOICE_KINDS } from './voices';

const engine = new VoiceEngine(LINGWARE);
afterAll(() => engine.close());

/** Seconds in the frames of an .mp3 of constant rate. */
const secondsOf = (mp3: Uint8Array, bitrate: number): number => (mp3.length * 8) / bitrate;

describe('the voice engine', () => {
  it('says a French line: a sound of its length, not silence', async () => {
    const { mp3, durationMs } = await engine.speak({
      text: 'Bonjour, madame. Je suis M. Aubry : rappelez-moi à 10 h 30.',
      ...{ lang: 'fr', kind: 'grave' }
    });
    expect(looksLikeMp3(mp3)).toBe(true);
    expect(durationMs).toBeGreaterThan(3_000);
    expect(durationMs).toBeLessThan(8_000);
    expect(secondsOf(mp3, 40_000)).toBeCloseTo(durationMs / 1000, 0);
    // Silence would be frames of the same bytes.
    expect(new Set(mp3).size).toBeGreaterThan(200);
  });

  it('says an English line', async () => {
    const { durationMs } = await engine.speak({
      text: 'Good morning, this is Emily Carter. I have an appointment at 10:30.',
      ...{ lang: 'en', kind: 'claire' }
    });
    expect(durationMs).toBeGreaterThan(2_500);
    expect(durationMs).toBeLessThan(8_000);
  });

  it('has voices that differ, and each always the same', async () => {
    const line = { text: 'Bonjour, je vous écoute.', lang: 'fr' } as const;
    const said = await Promise.all(VOICE_KINDS.map((kind) => engine.speak({ ...line, kind })));
    const bytes = said.map(({ mp3 }) => Buffer.from(mp3).toString('base64'));
    expect(new Set(bytes).size).toBe(VOICE_KINDS.length);
    const again = await engine.speak({ ...line, kind: 'grave' });
    expect(Buffer.from(again.mp3).toString('base64')).toBe(bytes[0]);
  });

  it('takes longer over an hour in words than over nothing', async () => {
    const say = (text: string) => engine.speak({ text, lang: 'fr', kind: 'claire' });
    const [short, long] = await Promise.all([say('À demain.'), say('À demain, 10 h 30.')]);
    expect(long.durationMs).toBeGreaterThan(short.durationMs + 500);
  });

  it('never takes a text for its own commands', async () => {
    const say = (text: string) => engine.speak({ text, lang: 'fr', kind: 'claire' });
    const { durationMs } = await say('</volume><break time="60s"/>Bonjour.');
    expect(durationMs).toBeLessThan(10_000);
  });

  it('refuses what cannot be said', async () => {
    await expect(engine.speak({ text: ' … ! ', lang: 'fr', kind: 'claire' })).rejects.toMatchObject({
      code: 'voice.no-text'
    });
  });

  it('makes an .mp3 of a recording', async () => {
    const sampleRate = 24_000;
    const samples = Float32Array.from({ length: sampleRate * 2 }, (_, at) => Math.sin(at / 9) / 2);
    const { mp3, durationMs } = await engine.encode(samples, sampleRate);
    expect(durationMs).toBe(2_000);
    expect(secondsOf(mp3, 48_000)).toBeCloseTo(2, 0);
  });

  it('starts again after its thread ended', async () => {
    await engine.close();
    const { mp3 } = await engine.speak({ text: 'Me revoilà.', lang: 'fr', kind: 'jeune' });
    expect(mp3.length).toBeGreaterThan(1_000);
  });

  it('leaves the server free while it speaks', async () => {
    const before = performance.eventLoopUtilization();
    const text = 'Bonjour, madame. '.repeat(60);
    const { durationMs } = await engine.speak({ text, lang: 'fr', kind: 'grave' });
    expect(durationMs).toBeGreaterThan(30_000);
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('says that it is missing where its data are', async () => {
    const without = new VoiceEngine('/nowhere');
    expect([without.canSpeak, without.canEncode]).toEqual([false, true]);
    await expect(without.speak({ text: 'Bonjour', lang: 'fr', kind: 'grave' })).rejects.toMatchObject({
      code: 'voice.no-engine'
    });
  });
});
