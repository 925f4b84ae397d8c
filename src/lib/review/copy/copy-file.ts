import type { AppId } from '../../desk/app-model';
import type { Finding } from '../../scenario/evidence';

/** What to put in the middle of the screen for a production or a trace. */
export type Showing =
  /** The application’s own window, read-only, on the desk of entry `n`. */
  | {
      readonly kind: 'window';
      readonly app: AppId;
      readonly params: Readonly<Record<string, unknown>>;
      readonly n: number;
    }
  | { readonly kind: 'mail'; readonly mail: SentMail }
  | { readonly kind: 'call'; readonly call: string; readonly n: number }
  | {
      readonly kind: 'facts';
      readonly title: string;
      readonly lines: readonly { readonly label: string; readonly value: string }[];
    };

export interface SentMail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly { readonly name: string }[];
  readonly t: number;
}

/** One of the candidate's files as it was when it was kept. */
export interface KeptFile {
  readonly file: string;
  readonly name: string;
  /** Exam time of its last change. */
  readonly changedMs: number;
  readonly showing: Showing;
}

/** What the candidate had made, kept by itself at a deadline, or at the end of the exam. */
export interface KeptCopies {
  readonly n: number;
  readonly t: number;
  readonly cause: 'deadline' | 'end';
  /** Last changed first. */
  readonly files: readonly KeptFile[];
}

/** A production as handed in; the last hand-in of each, with the earlier ones in `times`. */
export interface ProductionLine {
  readonly task: string;
  readonly production: string;
  readonly title: string;
  readonly kind: string;
  /** `null` when nothing was handed in. */
  readonly received: {
    readonly n: number;
    readonly t: number;
    readonly late: boolean;
    /** Exam ms after the deadline; 0 on time. */
    readonly lateMs: number;
    /** Exam times of every hand-in, oldest first. */
    readonly times: readonly number[];
    readonly showing: Showing;
    /** The last copy handed in in time, when the one that counts was late. */
    readonly inTime: { readonly n: number; readonly t: number; readonly showing: Showing } | null;
  } | null;
  /** `null` when it was handed in in time, and in logs of before copies were kept. */
  readonly kept: KeptCopies | null;
}

export type TraceGroup =
  'mails' | 'calls' | 'notes' | 'letters' | 'agenda' | 'documents' | 'prints' | 'hand-ins';

/** Something that the candidate did, which leaves a trace. */
export interface Trace {
  readonly n: number;
  readonly t: number;
  readonly group: TraceGroup;
  readonly title: string;
  /** A second line: recipients, outcome. */
  readonly detail: string;
  readonly showing: Showing;
}

export type TrackName = 'messages' | 'calls' | 'productions' | 'incidents';

/** A mark of the time bar, in exam ms; `to` is absent for an instant. Never a name. */
export interface TrackMark {
  readonly track: TrackName;
  readonly from: number;
  readonly to?: number;
  readonly tone: 'sent' | 'received' | 'call' | 'missed' | 'production' | 'late' | 'pause' | 'incident';
  readonly label: string;
}

/** Everything that the screen shows of a copy but the replay itself. */
export interface CopyFile {
  readonly productions: readonly ProductionLine[];
  readonly traces: readonly Trace[];
  readonly findings: readonly Finding[];
  readonly marks: readonly TrackMark[];
  /** Exam time of the last entry, and of the end foreseen, in ms. */
  readonly lastMs: number;
  readonly endMs: number;
}
