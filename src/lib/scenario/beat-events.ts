import type { BeatTest, BeatTransition } from './compiled';

/** Event types that reach beats beside the candidate's facts (which use their own names). */
export const BEAT_EVENTS = {
  issue: 'issue',
  taskComplete: 'task-complete',
  triggered: 'proctor-triggered',
  skipped: 'proctor-skipped',
  end: 'sitting-end'
} as const;

/** A transition under a test. */
export const when = (params: BeatTest, target: string): BeatTransition => ({
  target,
  guard: { type: 'test', params }
});
