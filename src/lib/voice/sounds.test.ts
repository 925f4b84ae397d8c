import { describe, expect, it } from 'vitest';
import { defaultVoice } from './default-voice';
import { looksLikeMp3, notesOf, NOTES_BYTES, saysTheSame, withNotes } from './mp3-notes';
import { VOICE_LIMITS } from './voices';
import { samplesOfWav, wavOf } from './wav';

const SOUND = Uint8Array.of(0xff, 0xf3, 0x48, 0xc4, 1, 2, 3);

describe('notes in an .mp3', () => {
  it('come back as they were, and the sound after them', () => {
    const mp3 = withNotes(SOUND, { text: 'À 10 h 30, l’été.', made: 'voix' });
    expect(notesOf(mp3)).toEqual({ text: 'À 10 h 30, l’été.', made: 'voix' });
    expect([...mp3.subarray(-SOUND.length)]).toEqual([...SOUND]);
    expect(looksLikeMp3(mp3)).toBe(true);
  });

  it('take the place of those that were there', () => {
    const once = withNotes(SOUND, { text: 'Un', made: 'fichier' });
    const twice = withNotes(once, { text: 'Deux', made: 'enregistrement' });
    expect(notesOf(twice)).toEqual({ text: 'Deux', made: 'enregistrement' });
    expect(twice.length).toBe(withNotes(SOUND, { text: 'Deux', made: 'enregistrement' }).length);
  });

  it('are read from the beginning alone', () => {
    const text = '€'.repeat(VOICE_LIMITS.textLength);
    const mp3 = withNotes(new Uint8Array(20_000).fill(0xff), { text, made: 'voix' });
    expect(notesOf(mp3.subarray(0, NOTES_BYTES))?.text).toBe(text);
  });

  it('are none in the files of others, whole or cut', () => {
    const other = Uint8Array.of(0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, 0, ...SOUND);
    expect(notesOf(other)).toBeNull();
    expect(notesOf(SOUND)).toBeNull();
    expect(notesOf(withNotes(SOUND, { text: 'Bonjour', made: 'voix' }).subarray(0, 30))).toBeNull();
  });
});

it('hears the same words in texts that only look different', () => {
  expect(saysTheSame('L’été\u00a0« ici ».', "l'été  ici .")).toBe(true);
  expect(saysTheSame('Bonjour', 'Bonsoir')).toBe(false);
});

describe('a .wav', () => {
  it('comes back as it was', () => {
    const samples = Float32Array.from([0, 0.5, -0.5, 2]);
    const back = samplesOfWav(wavOf({ samples, sampleRate: 24_000 }));
    expect(back.sampleRate).toBe(24_000);
    [0, 0.5, -0.5, 1].forEach((value, at) => expect(back.samples[at]).toBeCloseTo(value, 3));
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['text', new TextEncoder().encode('RIFF but no more than words, that is all there is in it')],
    ['no sound', wavOf({ samples: new Float32Array(0), sampleRate: 24_000 })],
    ['a silly rate', wavOf({ samples: new Float32Array(9), sampleRate: 3 })]
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => samplesOfWav(bytes)).toThrow(expect.objectContaining({ code: 'voice.sound' }));
  });
});

describe('the voice of somebody', () => {
  it.each([
    ['Jean Aubry', 'Gérant', 'grave'],
    ['Emily Whitfield', 'Purchasing manager', 'claire'],
    ['M. Durand', 'Client', 'grave'],
    ['Mme Durand', 'Client', 'claire'],
    ['Dominique Roy', 'Directrice', 'claire']
  ])('of %s, %s, is %s', (name, role, voice) => {
    expect(defaultVoice({ id: 'x', name, role })).toBe(voice);
  });

  it('without any sign depends on who it is, always the same', () => {
    const of = (id: string) => defaultVoice({ id, name: 'Numéro inconnu', role: 'Appel' });
    expect(of('castel')).toBe(of('castel'));
    expect(new Set(['a', 'b', 'c', 'd'].map(of)).size).toBe(2);
  });
});
