import type { DeskEvent } from '$lib/log/entry';
import { mailReceived, phoneEnded, phoneVoicemailLeft } from '$lib/log/script-events';
import type { Notice } from '$lib/desk/port';

/** The corner's words for something that has just arrived; `null` for what shows by itself (a ringing telephone). */
export function noticeOf(event: DeskEvent): Notice | null {
  if (mailReceived.is(event)) {
    const { mail, from, subject, priority } = event.d;
    return {
      title: `Message de ${from.name}`,
      body: subject,
      tone: priority === 'high' ? 'warn' : 'info',
      open: { app: 'mail', intent: { mail } }
    };
  }
  if (phoneEnded.is(event) && (event.d.how === 'missed' || event.d.how === 'busy')) {
    return {
      title: 'Appel manqué',
      body: 'Le journal du téléphone dit qui a appelé.',
      tone: 'warn',
      open: { app: 'phone' }
    };
  }
  if (phoneVoicemailLeft.is(event)) {
    return { title: 'Nouveau message vocal', body: event.d.name, tone: 'info', open: { app: 'phone' } };
  }
  return null;
}
