import type { DeskEvent } from '$lib/log/entry';
import { mailReceived, phoneEnded, phoneVoicemailLeft } from '$lib/log/script-events';
import type { Notice } from '$lib/desk/port';

/** What the corner must know of a call: who, and which of the two dialled. */
export interface CallOfNotice {
  readonly name: string;
  readonly direction: 'in' | 'out';
}

/**
 * The corner's words for something that has just arrived; `null` for what shows by itself (a ringing telephone).
 * `callOf` finds a call of the telephone, once the event is folded.
 */
export function noticeOf(event: DeskEvent, callOf: (id: string) => CallOfNotice | undefined): Notice | null {
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
    const call = callOf(event.d.call);
    const open = { app: 'phone' } as const;
    if (call?.direction === 'out') {
      const why = event.d.how === 'busy' ? 'la ligne est occupée' : 'personne ne répond';
      return { title: `${call.name}\u00a0: ${why}`, tone: 'info', open };
    }
    return {
      title: call ? `Appel manqué de ${call.name}` : 'Appel manqué',
      body: 'Le journal du téléphone permet de rappeler.',
      tone: 'warn',
      open
    };
  }
  if (phoneVoicemailLeft.is(event)) {
    return {
      title: `Message vocal de ${event.d.name}`,
      body: 'À écouter dans le téléphone.',
      tone: 'info',
      open: { app: 'phone' }
    };
  }
  return null;
}
