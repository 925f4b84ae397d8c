import type { Fact } from '../log/facts';
import type { Evidence, JuryPackage } from './jury';
import { matchesFact } from './match';

/** An entry of a log with the facts that its application sees in it (empty for the script's). */
export interface EntryWithFacts {
  readonly n: number;
  readonly t: number;
  readonly type: string;
  readonly d: unknown;
  readonly facts: readonly Fact[];
}

/** A constat: what the software saw, with the link to the moment, or that it saw nothing. Never a verdict. */
export interface Finding {
  readonly evidence: string;
  readonly seen: boolean;
  /** In French, ready to read. */
  readonly text: string;
  /** The entry and the exam time where it was first seen. */
  readonly n?: number;
  readonly t?: number;
}

function sees(evidence: Evidence, entry: EntryWithFacts): boolean {
  const { look } = evidence;
  if (look.for === 'fact') return entry.facts.some((fact) => matchesFact(fact, look.test, entry.t));
  if (entry.type !== 'issue.reached') return false;
  const payload = entry.d as { beat?: unknown; issue?: unknown };
  return payload.beat === look.beat && look.issues.some((issue) => issue === payload.issue);
}

/** Findings on a whole log, in the order of the jury package. */
export function findings(jury: JuryPackage, entries: readonly EntryWithFacts[]): readonly Finding[] {
  return jury.evidence.map((evidence) => {
    const entry = entries.find((candidate) => sees(evidence, candidate));
    return entry
      ? { evidence: evidence.id, seen: true, text: evidence.text, n: entry.n, t: entry.t }
      : { evidence: evidence.id, seen: false, text: evidence.otherwise };
  });
}
