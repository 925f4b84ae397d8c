import type { BlobHash } from '../kernel/ids';
import type { DeskEvent } from '../log/entry';
import type { EventDefinition } from '../log/event-definition';
import type { Fact } from '../log/facts';
import type { Scene } from '../scene/scene';

/** The applications of a desk. `shell` (windows), `tree` (files and folders) and `tasks` (what is asked) are models without a folder of `apps/`. */
export type AppId =
  | 'mail'
  | 'text'
  | 'sheet'
  | 'agenda'
  | 'orders'
  | 'phone'
  | 'files'
  | 'dossier'
  | 'notes'
  | 'hand-in'
  | ChannelId;
/** Applications that a desk has when its scenario says so: instant messages, reception desk, paper post. */
export type ChannelId = 'chat' | 'reception' | 'post';
export type ModelId = AppId | 'shell' | 'tree' | 'tasks';

/**
 * The heart of the app contract: a pure fold. It runs in the browser, on the server and in the jury's replay, so it
 * knows no clock, no DOM and no randomness; the state is plain JSON and is never mutated (copy what changes, share the rest).
 */
export interface AppModel<S = unknown> {
  readonly id: ModelId;
  /** Event types that this application owns. */
  readonly events: readonly EventDefinition[];
  /** First state, from the decor. */
  open(scene: Scene): S;
  /** Next state. Ignores every event it does not care about; may follow events of the shell, of the tree, of the shared agenda or of the script. */
  reduce(state: S, event: DeskEvent): S;
}

/** A reducer made of two: what the script does, and what the candidate does. Anybody else's events change nothing. */
export const byAuthor =
  <S>(script: AppModel<S>['reduce'], candidate: AppModel<S>['reduce']): AppModel<S>['reduce'] =>
  (state, event) =>
    event.by === 'script' ? script(state, event) : event.by === 'candidate' ? candidate(state, event) : state;

/** Reads any model's state at the moment of an event (after it). */
export interface DeskReader {
  readonly scene: Scene;
  state<S>(model: ModelId): S;
}

/** `facts.ts` of an app: what the script and the evidence may see of one of its candidate events. */
export type FactsOf = (event: DeskEvent, desk: DeskReader) => readonly Fact[];

/** A production as a standard file. */
export interface StandardFile {
  /** Name with its extension, e.g. `Lettre_Aubry.docx`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What an exporter may fetch beyond the desk's own states, for attachments. */
export interface ExportResources {
  /** Bytes of a blob. Throws a DomainError when the store has lost it. */
  blob(hash: BlobHash): Promise<Uint8Array>;
  /** A file of the tree through the exporter of its kind; empty when nobody can write it. The first one is the file itself. */
  file(fileId: string): Promise<readonly StandardFile[]>;
}

/** `files.server.ts` of an app: its productions as standard files, read from a desk (live or replayed). */
export interface Exporter {
  readonly app: AppId;
  /** Everything of lasting value in the app (all sent mails, all appointments…), for the archive. */
  exportAll(desk: DeskReader, resources?: ExportResources): Promise<readonly StandardFile[]>;
  /** One file of the tree, for the kinds that this app owns (`text`, `sheet`); absent for the others. */
  exportFile?(desk: DeskReader, file: string, resources?: ExportResources): Promise<readonly StandardFile[]>;
}
