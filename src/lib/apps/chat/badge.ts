import type { ChatState } from './model';

/** Messages and notices not seen yet: what the taskbar counts. Apart from the model, which few desks load. */
export function chatBadge({ conversations, notices }: ChatState): number {
  const messages = Object.values(conversations).reduce((sum, { unread }) => sum + unread, 0);
  return messages + notices.filter(({ readMs }) => readMs === undefined).length;
}
