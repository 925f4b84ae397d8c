/** A candidate of the load: signed in, started, with the ticket of its tab. */
export interface LoadSeat {
  readonly cookie: string;
  readonly tab: string;
  /** Last entry seen, where the stream begins. */
  readonly n: number;
}

/** What the generator reads, as JSON, on its input. Times in ms. */
export interface LoadOrder {
  readonly port: number;
  readonly seats: readonly LoadSeat[];
  /** Between two gestures of one candidate. */
  readonly periodMs: number;
  /** Size of the JSON of one gesture. */
  readonly gestureBytes: number;
  /** Not counted: connections open, code warms up. */
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** What it prints, as JSON. */
export interface LoadReport {
  /** From the instant when each gesture was due to its durable acknowledgement (or to the end, for the unanswered), ms. */
  readonly latencies: readonly number[];
  readonly failures: number;
  /** Gestures still waiting when the load ended: the server did not keep up. */
  readonly unanswered: number;
  /** Longest that the generator itself was late for its own timers, 99th percentile, ms. */
  readonly ownDelayP99: number;
}
