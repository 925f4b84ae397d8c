import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../log/event-definition';

/** Takes the place of a gesture that the server would not take: keeps the outbox's sequence whole and leaves a trace. */
export const gestureRefused = defineEvent(
  'desk.gesture-refused',
  'candidate',
  v.object({ type: v.pipe(v.string(), v.maxLength(80)), code: v.pipe(v.string(), v.maxLength(80)) })
);

export const deskEvents = [gestureRefused] as unknown as readonly EventDefinition[];
