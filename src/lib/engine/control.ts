import { DomainError } from '../kernel/domain-error';
import type { Gesture } from '../log/entry';
import type { RunnableScenario } from './beat';
import * as events from './events';
import type { EngineState } from './state';

/** Types of the entries that drive the engine itself. */
export const CONTROLS: ReadonlySet<string> = new Set(
  [
    events.sittingOpened,
    events.identityConfirmed,
    events.familiarisationFinished,
    events.familiarisationResumed,
    events.clockStarted,
    events.clockPaused,
    events.clockResumed,
    events.clockCredited,
    events.sittingEnded,
    events.beatTriggered,
    events.beatSkipped,
    events.incidentNoted
  ].map(({ type }) => type)
);

const refuse = (code: string): never => {
  throw new DomainError(code);
};

/**
 * Refuses a control that makes no sense where the sitting is.
 * @throws DomainError `sitting.not-opened`, `sitting.already-opened`, `sitting.over`, `sitting.not-started`,
 * `clock.already-started`, `clock.not-running`, `clock.not-paused`, `beat.unknown`
 */
export function checkControl(scenario: RunnableScenario, state: EngineState, gesture: Gesture): void {
  const { type } = gesture;
  if (type === events.sittingOpened.type) {
    if (state.engine) refuse('sitting.already-opened');
    return;
  }
  if (!state.engine) refuse('sitting.not-opened');
  if (!CONTROLS.has(type) || type === events.incidentNoted.type) return;
  if (state.ended) refuse('sitting.over');
  if (type === events.clockStarted.type && state.started) refuse('clock.already-started');
  if (type === events.clockPaused.type && !state.clock.running) refuse('clock.not-running');
  if (type === events.clockResumed.type && state.pauseCause === null) refuse('clock.not-paused');
  if (type === events.beatTriggered.type || type === events.beatSkipped.type) {
    if (!state.started) refuse('sitting.not-started');
    if (!scenario.beats.has((gesture.d as { beat: string }).beat)) refuse('beat.unknown');
  }
}
