import type { MessagePort } from 'node:worker_threads';

/** Where the thread finds its two libraries (file URLs), and the language data (absolute paths). */
export interface VoicePlaces {
  readonly pico: string;
  readonly encoder: string;
  /** By language: text analysis, then signal generation. */
  readonly lingware: Readonly<Record<string, readonly [string, string]>>;
}

export type VoiceRequest =
  | { readonly kind: 'speak'; readonly lang: string; readonly text: string }
  /** One channel between -1 and 1. */
  | { readonly kind: 'encode'; readonly samples: Float32Array; readonly sampleRate: number };

export type VoiceAnswer =
  | {
      readonly id: number;
      readonly ok: true;
      readonly mp3: Uint8Array<ArrayBuffer>;
      readonly durationMs: number;
    }
  | { readonly id: number; readonly ok: false; readonly message: string };

interface Pico {
  readonly HEAPU8: Uint8Array;
  readonly HEAP16: Int16Array;
  readonly HEAPU32: Uint32Array;
  readonly FS: {
    writeFile(path: string, data: Uint8Array): void;
    unlink(path: string): void;
  };
  _malloc(bytes: number): number;
  _free(at: number): void;
  _pico_initialize(arena: number, bytes: number, system: number): number;
  _pico_terminate(system: number): number;
  _pico_loadResource(system: number, path: number, resource: number): number;
  _pico_getResourceName(system: number, resource: number, name: number): number;
  _pico_createVoiceDefinition(system: number, voice: number): number;
  _pico_addResourceToVoiceDefinition(system: number, voice: number, name: number): number;
  _pico_newEngine(system: number, voice: number, engine: number): number;
  _pico_disposeEngine(system: number, engine: number): number;
  _pico_putTextUtf8(engine: number, text: number, bytes: number, taken: number): number;
  _pico_getData(engine: number, buffer: number, bytes: number, got: number, type: number): number;
}

interface Encoder {
  configure(options: { channels: 1; sampleRate: number; outputSampleRate: number; bitrate: number }): void;
  encode(samples: readonly Float32Array[]): Uint8Array;
  finalize(): Uint8Array;
}

type Read = (path: string) => Uint8Array;
type Load = (url: string) => Promise<unknown>;

/**
 * The whole program of the voice thread. It is sent to the thread as text (a bundler cannot follow a worker of a server
 * bundle), so it must use nothing from outside its own braces but its arguments and globals.
 */
export function voiceThread(port: MessagePort, load: Load, read: Read, places: VoicePlaces): void {
  const PICO_RATE = 16_000;
  const ARENA = 2_500_000;
  const STEP_BUSY = 201;
  const STEP_IDLE = 200;
  let pico: Promise<Pico> | undefined;
  let encoder: Promise<Encoder> | undefined;

  const openPico = async (): Promise<Pico> => {
    const library = (await load(places.pico)) as { default: (options: object) => Promise<Pico> };
    return library.default({ print: () => undefined, printErr: () => undefined });
  };
  const openEncoder = async (): Promise<Encoder> => {
    const library = (await load(places.encoder)) as { createMp3Encoder: () => Promise<Encoder> };
    return library.createMp3Encoder();
  };

  const synthesise = (m: Pico, lang: string, text: string): Int16Array => {
    const taken: number[] = [];
    const alloc = (bytes: number): number => {
      const at = m._malloc(bytes);
      taken.push(at);
      m.HEAPU8.fill(0, at, at + bytes);
      return at;
    };
    const utf8 = (words: string): { at: number; size: number } => {
      const bytes = new TextEncoder().encode(`${words}\0`);
      const at = alloc(bytes.length);
      m.HEAPU8.set(bytes, at);
      return { at, size: bytes.length };
    };
    const need = (status: number, what: string): void => {
      if (status !== 0) throw new Error(`Pico: ${what} (${status})`);
    };
    const pointer = (at: number): number => m.HEAPU32[at >> 2]!;
    const [system, engine] = [alloc(4), alloc(4)];
    const files: string[] = [];
    try {
      need(m._pico_initialize(alloc(ARENA), ARENA, system), 'initialize');
      const voice = utf8('voice').at;
      const names = places.lingware[lang]!.map((path, index) => {
        // The engine tells resources by their ending.
        const file = `/${lang}-${index}.bin`;
        m.FS.writeFile(file, Uint8Array.from(read(path)));
        files.push(file);
        const [resource, name] = [alloc(4), alloc(256)];
        need(m._pico_loadResource(pointer(system), utf8(file).at, resource), 'language data');
        need(m._pico_getResourceName(pointer(system), pointer(resource), name), 'resource name');
        return name;
      });
      need(m._pico_createVoiceDefinition(pointer(system), voice), 'voice');
      for (const name of names)
        need(m._pico_addResourceToVoiceDefinition(pointer(system), voice, name), 'voice resource');
      need(m._pico_newEngine(pointer(system), voice, engine), 'engine');
      const words = utf8(text);
      const BUFFER = 4_096;
      const [put, buffer, got, type] = [alloc(4), alloc(BUFFER), alloc(4), alloc(4)];
      const chunks: Int16Array[] = [];
      for (let sent = 0; sent < words.size;) {
        const size = Math.min(words.size - sent, 16_000);
        need(m._pico_putTextUtf8(pointer(engine), words.at + sent, size, put), 'text');
        sent += m.HEAP16[put >> 1]!;
        let status: number;
        do {
          status = m._pico_getData(pointer(engine), buffer, BUFFER, got, type);
          chunks.push(m.HEAP16.slice(buffer >> 1, (buffer + m.HEAP16[got >> 1]!) >> 1));
        } while (status === STEP_BUSY);
        if (status !== STEP_IDLE) throw new Error(`Pico: speech (${status})`);
      }
      const speech = new Int16Array(chunks.reduce((sum, { length }) => sum + length, 0));
      chunks.reduce((at, chunk) => (speech.set(chunk, at), at + chunk.length), 0);
      return speech;
    } finally {
      if (pointer(engine)) m._pico_disposeEngine(pointer(system), engine);
      if (pointer(system)) m._pico_terminate(system);
      files.forEach((file) => m.FS.unlink(file));
      taken.forEach((at) => m._free(at));
    }
  };

  const answer = async (request: VoiceRequest) => {
    encoder ??= openEncoder();
    const mp3 = await encoder;
    let samples: Float32Array;
    let sampleRate: number;
    if (request.kind === 'encode') ({ samples, sampleRate } = request);
    else {
      pico ??= openPico();
      samples = Float32Array.from(
        synthesise(await pico, request.lang, request.text),
        (value) => value / 32_768
      );
      sampleRate = PICO_RATE;
    }
    const outputSampleRate = request.kind === 'speak' ? PICO_RATE : 24_000;
    mp3.configure({ channels: 1, sampleRate, outputSampleRate, bitrate: request.kind === 'speak' ? 40 : 48 });
    // What the encoder answers stays its own: it is copied before the next call.
    const parts = [mp3.encode([samples]).slice(), mp3.finalize().slice()];
    const bytes = new Uint8Array(parts[0]!.length + parts[1]!.length);
    bytes.set(parts[0]!);
    bytes.set(parts[1]!, parts[0]!.length);
    return { mp3: bytes, durationMs: Math.round((samples.length * 1000) / sampleRate) };
  };

  // One at a time: the libraries have one memory each.
  let line: Promise<void> = Promise.resolve();
  port.on('message', ({ id, request }: { id: number; request: VoiceRequest }) => {
    line = line.then(async () => {
      try {
        const made = await answer(request);
        port.postMessage({ id, ok: true, ...made }, [made.mp3.buffer]);
      } catch (fault) {
        port.postMessage({ id, ok: false, message: String(fault) });
      }
    });
  });
}
