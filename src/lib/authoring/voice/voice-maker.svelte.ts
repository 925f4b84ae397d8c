import { VOICE_LIMITS, voiceOf, type VoiceKind } from '../../voice/voices';
import { Refusal, wordsOf } from '../pages/api';
import { toWav } from './decode';
import { MicrophoneFault, startRecording, type Recording } from './microphone';
import { player } from './player.svelte';
import type { SpokenLine } from './spoken-line';
import type { Studio } from './studio.svelte';
import { askSound, askSpoken, type Sound } from './voice-api';

/** A voice that was made and is not kept yet. */
export interface Trial {
  readonly sound: Sound;
  readonly url: string;
  /** How it was made, in French. */
  readonly label: string;
  /** What the engine was asked; `null` for a person's own voice. */
  readonly asked: string | null;
}

/** What the maker needs from the browser and the server. */
export interface VoiceDevices {
  readonly speak: typeof askSpoken;
  readonly encode: typeof askSound;
  readonly record: () => Promise<Recording>;
  readonly decode: (sound: Blob) => Promise<Blob>;
  readonly play: (url: string) => void;
}

const DEVICES: VoiceDevices = {
  speak: askSpoken,
  encode: askSound,
  record: startRecording,
  decode: toWav,
  play: (url) => player.play(url)
};

const UNHEARD = 'Ce son n’a pas pu être pris. Recommencez, ou choisissez un autre fichier.';

/** Makes the voice of one line: by the engine, the microphone or a file; listens to it; keeps it. One thing at a time. */
export class VoiceMaker {
  readonly #studio: () => Studio;
  readonly #line: () => SpokenLine;
  readonly #devices: VoiceDevices;
  #recording: Recording | null = null;
  #clock: ReturnType<typeof setInterval> | undefined;
  #trial = $state.raw<Trial | null>(null);
  #status = $state<'rest' | 'making' | 'recording' | 'keeping'>('rest');
  #fault = $state<string | null>(null);
  #seconds = $state(0);

  constructor(studio: () => Studio, line: () => SpokenLine, devices: VoiceDevices = DEVICES) {
    this.#studio = studio;
    this.#line = line;
    this.#devices = devices;
  }

  get status() {
    return this.#status;
  }
  /** Why the last thing came to nothing, in French. */
  get fault(): string | null {
    return this.#fault;
  }
  /** Seconds recorded. */
  get seconds(): number {
    return this.#seconds;
  }
  /** What was made last. What the engine said is one no more when the line has changed. */
  get trial(): Trial | null {
    const trial = this.#trial;
    return trial?.asked && trial.asked !== this.#asked() ? null : trial;
  }

  /** Has the line said by the engine, and plays it. */
  listen(): Promise<void> {
    const line = this.#line();
    const kind = this.#studio().kindOf(line);
    const asked = this.#asked();
    if (this.#trial?.asked === asked) return Promise.resolve(this.#devices.play(this.#trial.url));
    return this.#make(asked, voiceOf(kind).label, () =>
      this.#devices.speak(line.form.draft.id, { text: line.text, lang: line.lang, kind })
    );
  }

  /** Takes a file of the author's. An .mp3 stays as it is; another sound is read by the browser. */
  take(file: Blob & { readonly name: string }): Promise<void> {
    return this.#own(file, 'fichier', file.name, file.name.toLowerCase().endsWith('.mp3'));
  }

  /** Opens the microphone. */
  async record(): Promise<void> {
    if (this.#status !== 'rest') return;
    this.#status = 'making';
    this.#fault = null;
    try {
      player.stop();
      this.#recording = await this.#devices.record();
      this.#status = 'recording';
      this.#seconds = 0;
      this.#clock = setInterval(() => {
        this.#seconds += 1;
        if (this.#seconds >= VOICE_LIMITS.seconds) void this.stop();
      }, 1_000);
    } catch (fault) {
      this.#status = 'rest';
      this.#fault = fault instanceof MicrophoneFault ? fault.message : UNHEARD;
    }
  }

  /** Ends the recording, and plays it. */
  async stop(): Promise<void> {
    const recording = this.#end();
    if (recording) await this.#own(await recording.stop(), 'enregistrement', 'Votre voix', false);
  }

  /** Makes the voice a piece of the scenario and of the line. */
  async keep(): Promise<void> {
    const { trial } = this;
    if (!trial || this.#status !== 'rest') return;
    await this.#run('keeping', async () => {
      await this.#studio().keep([{ line: this.#line(), sound: trial.sound }]);
      this.forget();
    });
  }

  /** Throws away what was made and not kept, or is being recorded. */
  forget(): void {
    this.#end()?.cancel();
    if (this.#trial) {
      if (player.playing === this.#trial.url) player.stop();
      URL.revokeObjectURL(this.#trial.url);
    }
    this.#trial = null;
    this.#fault = null;
  }

  #asked(): string {
    const line = this.#line();
    const kind: VoiceKind = this.#studio().kindOf(line);
    return JSON.stringify([line.text, line.lang, kind]);
  }

  #end(): Recording | null {
    clearInterval(this.#clock);
    const recording = this.#recording;
    this.#recording = null;
    if (recording) this.#status = 'rest';
    return recording;
  }

  #own(sound: Blob, made: 'enregistrement' | 'fichier', label: string, asIs: boolean): Promise<void> {
    const line = this.#line();
    return this.#make(null, label, async () => {
      const sent = asIs ? sound : await this.#devices.decode(sound);
      return this.#devices.encode(line.form.draft.id, sent, { text: line.text, made });
    });
  }

  async #make(asked: string | null, label: string, work: () => Promise<Sound>): Promise<void> {
    if (this.#status !== 'rest') return;
    await this.#run('making', async () => {
      const sound = await work();
      this.forget();
      this.#trial = { sound, url: URL.createObjectURL(sound.blob), label, asked };
      this.#devices.play(this.#trial.url);
    });
  }

  async #run(status: 'making' | 'keeping', work: () => Promise<void>): Promise<void> {
    this.#status = status;
    this.#fault = null;
    try {
      await work();
    } catch (fault) {
      this.#fault = fault instanceof Refusal ? wordsOf(fault) : UNHEARD;
    } finally {
      this.#status = 'rest';
    }
  }
}
