/** Languages that the engine speaks; a line of a dialogue has one of them. */
export type VoiceLang = 'fr' | 'en';
export const VOICE_LANGS: readonly VoiceLang[] = ['fr', 'en'];

/** Ways of speaking: the engine has one speaker per language, whose pitch and pace are moved. */
export const VOICE_KINDS = ['grave', 'claire', 'jeune'] as const;
export type VoiceKind = (typeof VOICE_KINDS)[number];

/** A way of speaking. Levels are percentages of the engine's own speaker. */
export interface Voice {
  readonly kind: VoiceKind;
  /** In French, as the workshop offers it. */
  readonly label: string;
  readonly pitch: number;
  readonly speed: number;
}

/** About 130, 190 and 230 Hz in French. */
export const VOICES: readonly Voice[] = [
  { kind: 'grave', label: 'Voix 1 (grave)', pitch: 68, speed: 98 },
  { kind: 'claire', label: 'Voix 2 (claire)', pitch: 100, speed: 100 },
  { kind: 'jeune', label: 'Voix 3 (jeune)', pitch: 121, speed: 106 }
];

export const voiceOf = (kind: VoiceKind): Voice => VOICES.find((voice) => voice.kind === kind) ?? VOICES[1]!;

/** Limits of one spoken line: characters of its text, seconds and bytes of a sound. */
export const VOICE_LIMITS = { textLength: 1_200, seconds: 180, soundBytes: 10_000_000 } as const;
