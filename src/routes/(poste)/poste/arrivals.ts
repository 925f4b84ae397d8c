import type { DeskEvent } from '$lib/log/entry';
import { mailReceived, phoneEnded, phoneVoicemailLeft } from '$lib/log/script-events';
import {
  agendaChanged,
  fileDropped,
  letterDelivered,
  noticeGiven,
  ordersChanged,
  taskGiven,
  visitorArrived
} from '$lib/log/script-world';
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
  return worldNotice(event);
}

/** What comes by the other channels. */
function worldNotice(event: DeskEvent): Notice | null {
  if (visitorArrived.is(event))
    return {
      title: `${event.d.label} à l’accueil`,
      body: 'La personne attend devant vous.',
      tone: 'warn',
      open: { app: 'reception', intent: { visit: event.d.visit } }
    };
  if (letterDelivered.is(event))
    return { title: 'Du courrier est arrivé', body: 'Il est dans la bannette.', open: { app: 'post' } };
  if (fileDropped.is(event))
    return {
      title: `${event.d.by} a déposé un document`,
      body: event.d.document.name,
      open: { app: 'files', intent: { file: event.d.file } }
    };
  if (agendaChanged.is(event)) return { title: `${event.d.by} a modifié l’agenda`, open: { app: 'agenda' } };
  if (ordersChanged.is(event))
    return { title: `${event.d.by} a mis à jour les commandes`, open: { app: 'orders' } };
  if (taskGiven.is(event))
    return {
      title: 'Une nouvelle tâche vous est confiée',
      body: event.d.task.title,
      tone: 'warn',
      open: { app: 'dossier' }
    };
  if (noticeGiven.is(event))
    return {
      title: event.d.title,
      body: event.d.text,
      tone: event.d.important ? 'warn' : 'info',
      open: { app: 'chat', intent: { channel: 'notices' } }
    };
  return null;
}
