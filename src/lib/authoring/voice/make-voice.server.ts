import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { VoiceEngine, VoiceSound } from '../../voice/engine.server';
import { looksLikeMp3, withNotes, type VoiceNotes } from '../../voice/mp3-notes';
import { VOICE_KINDS, VOICE_LANGS, VOICE_LIMITS } from '../../voice/voices';
import { samplesOfWav } from '../../voice/wav';
import type { AuthoringContext } from '../library/context.server';
import { parseDraftInput, requireOwn } from '../library/save.server';

/** What this machine can do for voices. */
export interface VoiceMeans {
  /** Lines can be spoken. */
  readonly speaks: boolean;
  /** Recordings, and sounds that are not .mp3, can be taken. */
  readonly records: boolean;
}

/** @throws DomainError `access.*` */
export function voiceMeans(engine: VoiceEngine, account: Account | null): VoiceMeans {
  requireRole(account, 'author');
  return { speaks: engine.canSpeak, records: engine.canEncode };
}

const line = v.object({
  texte: v.string(),
  langue: v.picklist(VOICE_LANGS),
  voix: v.picklist(VOICE_KINDS)
});

/**
 * A line said by the engine, to be listened to. Nothing is kept: the author keeps it as a piece.
 * @param input `{ texte, langue, voix }`
 * @throws DomainError `access.*`, `draft.unknown`, `draft.shipped`, `draft.malformed`, `voice.*`
 */
export async function speakLine(
  ctx: AuthoringContext,
  engine: VoiceEngine,
  account: Account | null,
  id: string,
  input: unknown
): Promise<VoiceSound> {
  requireRole(account, 'author');
  const { texte, langue, voix } = parseDraftInput(line, input);
  requireText(texte);
  await requireOwn(ctx, id);
  const { mp3, durationMs } = await engine.speak({ text: texte, lang: langue, kind: voix });
  return { mp3: withNotes(mp3, { text: texte, made: 'voix' }), durationMs };
}

/** A sound that an author recorded or chose, for a line. */
export interface SentSound {
  /** .mp3, or .wav of 16 bits. */
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly made: Exclude<VoiceNotes['made'], 'voix'>;
}

/**
 * A recording or a file as the .mp3 of a line, to be listened to. Nothing is kept. The length of what was already .mp3 is not
 * measured: `durationMs` is 0.
 * @throws DomainError `access.*`, `draft.unknown`, `draft.shipped`, `voice.*`
 */
export async function soundOfLine(
  ctx: AuthoringContext,
  engine: VoiceEngine,
  account: Account | null,
  id: string,
  { bytes, text, made }: SentSound
): Promise<VoiceSound> {
  requireRole(account, 'author');
  requireText(text);
  if (bytes.length > VOICE_LIMITS.soundBytes)
    throw new DomainError('voice.sound-too-long', `${bytes.length} bytes`);
  await requireOwn(ctx, id);
  const notes: VoiceNotes = { text, made };
  if (looksLikeMp3(bytes)) return { mp3: withNotes(bytes, notes), durationMs: 0 };
  const { samples, sampleRate } = samplesOfWav(bytes);
  if (samples.length / sampleRate > VOICE_LIMITS.seconds)
    throw new DomainError('voice.sound-too-long', `${samples.length / sampleRate} s`);
  const { mp3, durationMs } = await engine.encode(samples, sampleRate);
  return { mp3: withNotes(mp3, notes), durationMs };
}

function requireText(text: string): void {
  if (text.trim() === '') throw new DomainError('voice.no-text', 'no text');
  if (text.length > VOICE_LIMITS.textLength)
    throw new DomainError('voice.text-too-long', `${text.length} characters`);
}
