import type { EventDefinition } from './event-definition';
import { handInFrozen } from './hand-in-frozen';
import { mailAndPhoneEvents } from './script-events';
import { worldEvents } from './script-world';

/** Everything that the script may make happen on a desk; apart from its members, which browsers load one by one. */
export const scriptEvents: readonly EventDefinition[] = [
  ...mailAndPhoneEvents,
  ...worldEvents,
  handInFrozen as unknown as EventDefinition
];
