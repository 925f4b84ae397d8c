import type { Fact } from '../log/facts';
import type { CompiledBeat } from '../scenario/compiled';
import type { EngineState } from './state';

/** Whether a fact belongs to the conversation that a beat holds: on the line or on hold, at the desk, in the messages. */
export function isMine(beat: CompiledBeat, state: EngineState, fact: Fact | undefined): boolean {
  if (beat.kind === 'visit') return fact?.['visite'] === beat.key;
  if (beat.kind === 'chat') return fact?.['avec'] === beat.contact;
  const call = fact?.['appel'];
  const { conversation, held } = state;
  const mine = conversation?.beat === beat.id ? conversation.call : held[beat.id];
  return mine !== undefined && (call === undefined || call === mine);
}
