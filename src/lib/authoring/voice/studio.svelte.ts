import { SvelteMap } from 'svelte/reactivity';
import { notesOf, NOTES_BYTES, type VoiceNotes } from '../../voice/mp3-notes';
import type { VoiceKind } from '../../voice/voices';
import type { Draft, DraftPiece } from '../document/draft.svelte';
import { pieceUses } from '../library/yaml-values';
import { ask } from '../pages/api';
import type { VoiceMeans } from './make-voice.server';
import { usualVoice, type SpokenLine } from './spoken-line';
import { askMeans, type Sound } from './voice-api';
import { voiceName } from './voice-name';

/** A voice for a line. */
export interface Kept {
  readonly line: SpokenLine;
  readonly sound: Sound;
}

interface PiecesSaved {
  readonly version: number;
  readonly pieces: readonly DraftPiece[];
}

/** The voices of one draft: what the machine can do, who speaks with which voice, and how voices are kept. */
export class Studio {
  readonly #draft: Draft;
  readonly #chosen = new SvelteMap<string, VoiceKind>();
  readonly #notes = new Map<string, Promise<VoiceNotes | null>>();
  #means = $state.raw<VoiceMeans | null>(null);
  #asked = false;
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** `null` until the server has answered. */
  get means(): VoiceMeans | null {
    return this.#means;
  }
  /** Asks once what the machine can do; without an answer, nothing is offered that needs it. */
  async load(asking: () => Promise<VoiceMeans> = askMeans): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    this.#means = await asking().catch(() => ({ speaks: false, records: false }));
  }

  /** The voice of whoever says a line: the last one chosen for them, or their usual one. */
  kindOf(line: SpokenLine): VoiceKind {
    return this.#chosen.get(`${line.speaker.id} ${line.lang}`) ?? usualVoice(line);
  }
  choose(line: SpokenLine, kind: VoiceKind): void {
    this.#chosen.set(`${line.speaker.id} ${line.lang}`, kind);
  }

  /** Where a piece is heard; another one after each change. */
  urlOf(name: string): string | null {
    const piece = this.#draft.pieces.find((item) => item.name === name);
    const path = name.split('/').map(encodeURIComponent).join('/');
    return piece
      ? `/api/atelier/scenarios/${this.#draft.id}/pieces/${path}?v=${piece.hash.slice(0, 12)}`
      : null;
  }

  /** What a piece says of its making; `null` for one that was not made here, or cannot be read. */
  notesOf(name: string): Promise<VoiceNotes | null> {
    const url = this.urlOf(name);
    if (!url) return Promise.resolve(null);
    const known = this.#notes.get(url);
    if (known) return known;
    const read = fetch(url, { headers: { range: `bytes=0-${NOTES_BYTES - 1}` } })
      .then(async (response) => (response.ok ? notesOf(new Uint8Array(await response.arrayBuffer())) : null))
      .catch(() => null);
    this.#notes.set(url, read);
    return read;
  }

  /**
   * Keeps voices as pieces of the scenario (a new version, whatever else is unsaved), and writes them in their lines as one
   * step of undo. One keeping at a time.
   * @throws Refusal `piece.*`, `draft.*`
   */
  keep(voices: readonly Kept[]): Promise<void> {
    const kept = this.#keeping.then(() => this.#keep(voices));
    this.#keeping = kept.catch(() => undefined);
    return kept;
  }

  async #keep(voices: readonly Kept[]): Promise<void> {
    const draft = this.#draft;
    const taken = draft.pieces.map(({ name }) => name);
    const form = new FormData();
    const named = voices.map(({ line, sound }) => {
      const uses = Object.values(draft.files).flatMap((text) => pieceUses(text, line.audio)).length;
      const name = voiceName(line.place, taken, { name: line.audio, uses });
      taken.push(name);
      form.append('fichier', new File([sound.blob], name, { type: 'audio/mpeg' }), name);
      return { line, name };
    });
    const path = `scenarios/${draft.id}/pieces?version=${draft.version}`;
    const { version, pieces } = await ask<PiecesSaved>('POST', path, form);
    draft.setPieces(pieces);
    draft.setVersion(version);
    const changed = named.filter(({ line, name }) => line.audio !== name);
    const [first] = changed;
    if (!first) return;
    draft.edit(first.line.form.file, (yaml) =>
      changed.forEach(({ line, name }) => line.write(yaml, 'audio', name))
    );
  }
}

const studios = new WeakMap<Draft, Studio>();
/** The studio of a draft. */
export function studioOf(draft: Draft): Studio {
  const known = studios.get(draft) ?? new Studio(draft);
  studios.set(draft, known);
  return known;
}
