import type { HttpPort } from '$lib/desk/http-port.svelte';
import type { SaveIndicator } from '$lib/desk/shell/save-indicator';

/** What the corner of the desk may truthfully say: facts of the outbox, folded into one indicator. */
export function saveIndicator({
  outbox,
  streamLostSince
}: Pick<HttpPort, 'streamLostSince'> & {
  readonly outbox: Pick<HttpPort['outbox'], 'savedAtWall' | 'closed' | 'pending' | 'unreachableSince'>;
}): SaveIndicator {
  const wall = outbox.savedAtWall;
  if (outbox.closed !== null && outbox.pending > 0) return { kind: 'stopped', wall };
  const since = outbox.unreachableSince ?? streamLostSince;
  if (since !== null) return { kind: 'offline', wall, since };
  return { kind: outbox.pending > 0 ? 'saving' : 'saved', wall };
}
