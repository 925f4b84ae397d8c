import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../kernel/domain-error';
import { expandEnglish } from './expand/english';
import { expandFrench } from './expand/french';
import { voiceThread, type VoiceAnswer, type VoicePlaces, type VoiceRequest } from './voice-thread';
import { voiceOf, type VoiceKind, type VoiceLang } from './voices';

/** A sound as the product plays it everywhere: .mp3, one channel. */
export interface VoiceSound {
  readonly mp3: Uint8Array<ArrayBuffer>;
  readonly durationMs: number;
}

interface Pending {
  readonly resolve: (sound: VoiceSound) => void;
  readonly reject: (fault: Error) => void;
}

/** Where the language data lie in a clone. */
export const LINGWARE = join(process.cwd(), 'src/lib/voice/pico');

/** One minute without work, and the thread gives its memory back; or without the answer that is waited for, and it is ended. */
const PATIENCE_MS = 60_000;
const MOST_WAITING = 40;
/** Below full scale, so that no voice clips. */
const VOLUME = 62;

/**
 * Speech on this machine, without any network: SVOX Pico and an mp3 encoder in one thread of their own, started at the first
 * request, so that no room waits while an author listens.
 */
export class VoiceEngine {
  readonly #places: VoicePlaces | null;
  readonly #canSpeak: boolean;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #patience: NodeJS.Timeout | undefined;
  #lastId = 0;

  /** @param lingware folder of the language data; without it, or without the packages, the engine says that it is missing */
  constructor(lingware: string) {
    const encoder = urlOf('wasm-media-encoders/esnext');
    const pico = urlOf('@echogarden/svoxpico-wasm');
    const files = {
      fr: [join(lingware, 'fr-FR_ta.bin'), join(lingware, 'fr-FR_nk0_sg.bin')],
      en: [join(lingware, 'en-GB_ta.bin'), join(lingware, 'en-GB_kh0_sg.bin')]
    } as const;
    this.#canSpeak =
      pico !== null && Object.values(files).every((both) => both.every((file) => existsSync(file)));
    this.#places = encoder ? { encoder, pico: pico ?? '', lingware: files } : null;
  }

  /** Whether lines can be spoken on this machine. */
  get canSpeak(): boolean {
    return this.#canSpeak && this.#places !== null;
  }
  /** Whether recordings can be made into .mp3 on this machine. */
  get canEncode(): boolean {
    return this.#places !== null;
  }

  /**
   * A line, said. The same line always gives the same bytes.
   * @throws DomainError `voice.no-engine`, `voice.no-text` (nothing that can be said), `voice.busy`, `voice.failed`
   */
  async speak(line: { text: string; lang: VoiceLang; kind: VoiceKind }): Promise<VoiceSound> {
    if (!this.canSpeak) throw new DomainError('voice.no-engine', 'no engine or no language data');
    const words = line.lang === 'fr' ? expandFrench(line.text) : expandEnglish(line.text);
    if (!/[\p{L}\p{N}]/u.test(words)) throw new DomainError('voice.no-text', 'nothing to say');
    const { pitch, speed } = voiceOf(line.kind);
    const text = `<volume level="${VOLUME}"><pitch level="${pitch}"><speed level="${speed}">${words}</speed></pitch></volume>`;
    return this.#ask({ kind: 'speak', lang: line.lang, text });
  }

  /**
   * Samples of one channel, as .mp3.
   * @throws DomainError `voice.no-engine`, `voice.busy`, `voice.failed`
   */
  async encode(samples: Float32Array<ArrayBuffer>, sampleRate: number): Promise<VoiceSound> {
    if (!this.canEncode) throw new DomainError('voice.no-engine', 'no encoder');
    return this.#ask({ kind: 'encode', samples, sampleRate }, [samples.buffer]);
  }

  /** Ends the thread; what waits is refused. The next request starts another. */
  async close(): Promise<void> {
    clearTimeout(this.#patience);
    const worker = this.#worker;
    this.#stop(new Error('closed'));
    await worker?.terminate();
  }

  #ask(request: VoiceRequest, transfer: readonly ArrayBuffer[] = []): Promise<VoiceSound> {
    if (this.#pending.size >= MOST_WAITING)
      return Promise.reject(new DomainError('voice.busy', `${this.#pending.size} waiting`));
    if (this.#pending.size === 0) this.#wait();
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.postMessage({ id, request }, [...transfer]);
    });
  }

  #start(): Worker {
    const worker = new Worker(threadSource(), { eval: true, execArgv: [], workerData: this.#places });
    const gone = (fault: Error) => this.#worker === worker && this.#stop(fault);
    worker.on('message', (message: VoiceAnswer) => this.#settle(message));
    worker.on('error', gone);
    worker.on('exit', (code) => gone(new Error(`the voice thread ended (${code})`)));
    worker.unref();
    return worker;
  }

  #settle(message: VoiceAnswer): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.ok) pending?.resolve({ mp3: message.mp3, durationMs: message.durationMs });
    else pending?.reject(new DomainError('voice.failed', message.message));
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => void this.close(), PATIENCE_MS).unref();
  }

  #stop(fault: Error): void {
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(new DomainError('voice.failed', fault.message));
    this.#pending.clear();
  }
}

function urlOf(name: string): string | null {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(name)).href;
  } catch {
    return null;
  }
}

/** `__name` is what some TypeScript loaders wrap functions in. */
function threadSource(): string {
  return `'use strict';
const __name = (value) => value;
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
(${voiceThread.toString()})(parentPort, (url) => import(url), (path) => readFileSync(path), workerData);`;
}
