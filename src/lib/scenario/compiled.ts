import type { FactValue } from '../log/facts';
import type { TaskSheet } from '../scene/scene';

/**
 * What mastering makes of `scenario.yaml` for the engine: plain JSON, no function. Stored by its hash; a sitting pins
 * that hash. Identifiers named `key` are opaque: they may reach the candidate; the others never do.
 */
export interface CompiledScenario {
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly durationMs: number;
  readonly storyStart: string;
  /** What is heard when somebody of the directory is called and no event of the script answers. */
  readonly answering?: readonly Answering[];
  /** What is inside every piece of post, of the tray and of the script. Absent in scenarios mastered before. */
  readonly letters?: readonly SealedContent[];
  /** Delays drawn once for a session, or for each candidate: tells the server which seed to give. */
  readonly draw: 'common' | 'individual';
  /** Events of the script in its order, then one beat per task. */
  readonly beats: readonly CompiledBeat[];
  readonly tasks: readonly CompiledTask[];
}

export interface CompiledBeat {
  /** The author's identifier; `tache:<id>` for a task. */
  readonly id: string;
  readonly kind: BeatKind;
  /** For the proctor and the jury, in French. */
  readonly title: string;
  /** When it is due to start, in French: « à 00:05 », « quand … ». */
  readonly cue: string;
  /** Opaque identifier of the mail, the call, the visit, the letter… */
  readonly key: string;
  /** Who calls, for a call. */
  readonly caller?: { readonly name: string; readonly number: string; readonly person?: string };
  /** Person of the scene on the other side of an exchange of instant messages. */
  readonly contact?: string;
  readonly config: BeatConfig;
}

/** `task` watches what is handed in, `watch` watches for an absence; neither is seen by anybody. */
export type BeatKind =
  'mail' | 'call' | 'chat' | 'visit' | 'letter' | 'drop' | 'agenda' | 'orders' | 'notice' | 'task' | 'watch';

export interface CompiledTask {
  readonly id: string;
  readonly title: string;
  readonly beat: string;
  readonly deadlineMs?: number;
  readonly productions: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly test: FactTest;
  }[];
}

/** An answering machine, or a switchboard: one closed sentence, after which the candidate may leave a message. */
export interface Answering {
  readonly person: string;
  readonly numbers: readonly string[];
  readonly text: string;
  readonly lang: 'fr' | 'en';
}

/** What is inside a sealed piece of post: told when the candidate opens it, and never before it has come. */
export interface SealedContent {
  /** The author's identifier. */
  readonly id: string;
  /** Opaque identifier of the piece of post. */
  readonly key: string;
  /** Event of the script that brings it; absent for one that lies in the tray from the start. */
  readonly beat?: string;
  readonly content: readonly CompiledAttachment[];
}

/** The subset of XState's machine config that beats use. Delays are names that the engine reads: see `delay-name.ts`. */
export interface BeatConfig {
  readonly id: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, BeatState>>;
}
export interface BeatState {
  readonly type?: 'final';
  readonly entry?: readonly EffectAction[];
  readonly on?: Readonly<Record<string, readonly BeatTransition[]>>;
  readonly after?: Readonly<Record<string, string>>;
  readonly always?: readonly BeatTransition[];
}
export interface BeatTransition {
  readonly target?: string;
  readonly guard?: { readonly type: 'test'; readonly params: BeatTest };
  readonly actions?: readonly EffectAction[];
}
export interface EffectAction {
  readonly type: 'effect';
  readonly params: Effect;
}

/** What a beat asks of the world. */
export type Effect =
  | { readonly do: 'mail'; readonly mail: MailContent; readonly reply: boolean }
  | { readonly do: 'ring'; readonly attempt: number; readonly ringMs: number }
  | { readonly do: 'say'; readonly line: LineContent; readonly preface?: string }
  | { readonly do: 'hang-up'; readonly how: 'hung-up' | 'missed' | 'transferred' }
  | { readonly do: 'engaged' }
  | { readonly do: 'hold' }
  | { readonly do: 'chat'; readonly text: string; readonly choices: LineContent['choices'] }
  | { readonly do: 'visitor-arrives'; readonly label: string; readonly patienceMs: number }
  | { readonly do: 'visitor-says'; readonly line: LineContent }
  | { readonly do: 'visitor-hands'; readonly document: CompiledAttachment }
  | { readonly do: 'visitor-leaves'; readonly how: 'received' | 'tired' | 'closed' }
  | { readonly do: 'letter'; readonly letter: LetterContent }
  | {
      readonly do: 'drop';
      readonly by: string;
      readonly folder: string | null;
      readonly document: CompiledAttachment;
    }
  | { readonly do: 'agenda'; readonly by: string; readonly change: AgendaChange }
  | { readonly do: 'orders'; readonly by: string; readonly change: OrdersChange }
  | { readonly do: 'task'; readonly task: TaskSheet }
  | { readonly do: 'notice'; readonly title: string; readonly text: string; readonly important: boolean }
  | { readonly do: 'voicemail'; readonly text: string; readonly lang: 'fr' | 'en'; readonly audio?: string }
  | { readonly do: 'issue'; readonly issue: string };

export interface LetterContent {
  readonly nature: 'letter' | 'registered' | 'parcel' | 'leaflet' | 'periodical';
  readonly envelope: {
    readonly sender: string;
    readonly addressee: string;
    readonly mention?: string;
    readonly scan?: CompiledAttachment;
  };
  readonly trackingNumber?: string;
  /** Only in scenarios mastered before {@link SealedContent}. */
  readonly content?: readonly CompiledAttachment[];
}
/** Story instants; `appointment` is the author's identifier, or the event's own for a new one. */
export type AgendaChange =
  | {
      readonly do: 'add';
      readonly appointment: string;
      readonly title: string;
      readonly calendars: readonly string[];
      readonly start: string;
      readonly end: string;
      readonly place?: string;
      readonly note?: string;
      readonly fixed?: boolean;
    }
  | {
      readonly do: 'move';
      readonly appointment: string;
      readonly start: string;
      readonly end: string;
      readonly calendars?: readonly string[];
    }
  | { readonly do: 'cancel'; readonly appointment: string };
/** Amounts in cents. */
export type OrdersChange =
  | { readonly do: 'stock'; readonly product: string; readonly quantity: number; readonly reason: string }
  | { readonly do: 'payment'; readonly document: string; readonly amountCents: number; readonly day: string }
  | { readonly do: 'delivered'; readonly document: string; readonly note?: string }
  | { readonly do: 'note'; readonly note: string; readonly customer: string; readonly text: string };

export interface MailContent {
  readonly from: { readonly name: string; readonly email: string };
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly priority: 'normal' | 'high';
  readonly attachments: readonly CompiledAttachment[];
}
export interface CompiledAttachment {
  readonly name: string;
  readonly kind: 'text' | 'sheet' | 'pdf' | 'image' | 'audio' | 'other';
  readonly mediaType: string;
  readonly size: number;
  readonly blob: string;
  readonly content?: unknown;
}
export interface LineContent {
  readonly text: string;
  readonly lang: 'fr' | 'en';
  readonly audio?: string;
  readonly choices: readonly { readonly k: number; readonly label: string }[];
  readonly typed: boolean;
  readonly slip: boolean;
  readonly transfer: boolean;
}

/** A pattern on one fact; every member must hold. */
export interface FactTest {
  readonly fact: string;
  /** Exam time bounds, both included. */
  readonly fromMs?: number;
  readonly untilMs?: number;
  /** On all the text of the fact. */
  readonly text?: ValueTest;
  readonly where: Readonly<Record<string, ValueTest>>;
}
/** Every member present must hold. Amounts in cents. */
export interface ValueTest {
  readonly oneOf?: readonly FactValue[];
  readonly noneOf?: readonly FactValue[];
  readonly between?: readonly [string | number, string | number];
  readonly contains?: readonly string[];
  readonly containsAll?: readonly string[];
  readonly lacks?: readonly string[];
  readonly exists?: boolean;
  readonly where?: Readonly<Record<string, ValueTest>>;
}

/** What a transition of a beat may depend on. */
export type BeatTest =
  | { readonly is: 'fact'; readonly test: FactTest; readonly free?: boolean }
  /** A fact of this beat's own conversation. */
  | { readonly is: 'mine'; readonly where?: Readonly<Record<string, ValueTest>>; readonly free?: boolean }
  | { readonly is: 'line-free' }
  /** The candidate dials one of these numbers while the line is free. */
  | { readonly is: 'dialled'; readonly numbers: readonly string[] }
  | { readonly is: 'issue'; readonly beat: string; readonly issues: readonly string[] | null }
  | { readonly is: 'task'; readonly task: string }
  | { readonly is: 'all'; readonly tests: readonly BeatTest[] };
