import type { AppendRequest, AppendResult, LogChange } from '../../../log/store';
import type { Plan } from './plan';

/** Runs one durable transaction for a group of requests; resolves after COMMIT. */
export type CommitGroup = (requests: readonly AppendRequest[]) => Promise<Plan>;

/** Numbers of gestures that were written earlier. */
export type Receipt = (request: AppendRequest) => Promise<readonly number[]>;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** A group stops growing at this many entries, to keep transactions short. */
const GROUP_ENTRIES = 500;

/**
 * Group commit without a timer: while one transaction is being made durable, appends queue up, and all of them go
 * into the next. One flush of the disk then serves everybody.
 */
export class AppendQueue {
  readonly #commit: CommitGroup;
  readonly #receipt: Receipt;
  readonly #onWritten: (change: LogChange) => void;
  #waiting: Waiting[] = [];
  #draining: Promise<void> | null = null;

  constructor(commit: CommitGroup, receipt: Receipt, onWritten: (change: LogChange) => void) {
    this.#commit = commit;
    this.#receipt = receipt;
    this.#onWritten = onWritten;
  }

  append(request: AppendRequest): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when everything queued so far has been answered. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    await Promise.resolve(); // lets appends of the same turn join the first group
    while (this.#waiting.length > 0) await this.#commitTogether(this.#nextGroup());
    this.#draining = null;
  }

  #nextGroup(): Waiting[] {
    let entries = 0;
    let size = 0;
    while (size < this.#waiting.length && entries < GROUP_ENTRIES) {
      entries += Math.max(1, this.#waiting[size]!.request.entries.length);
      size += 1;
    }
    return this.#waiting.splice(0, size);
  }

  /** When the engine refuses a whole group, each request is tried alone, so that one bad row harms nobody else. */
  async #commitTogether(group: readonly Waiting[]): Promise<void> {
    let plan: Plan;
    try {
      plan = await this.#commit(group.map(({ request }) => request));
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error);
      else for (const waiting of group) await this.#commitTogether([waiting]);
      return;
    }
    group.forEach((waiting, index) => this.#answer(waiting, plan.outcomes[index]!));
    for (const { id, session, headN } of plan.sittings) this.#onWritten({ sitting: id, session, n: headN });
  }

  #answer({ request, resolve, reject }: Waiting, outcome: Plan['outcomes'][number]): void {
    if (outcome.kind === 'refused') reject(outcome.error);
    else if (outcome.kind === 'written')
      resolve({ entries: outcome.entries, ns: outcome.ns, repeated: false });
    else this.#receipt(request).then((ns) => resolve({ entries: [], ns, repeated: true }), reject);
  }
}
