import type { DeskEvent } from '$lib/log/entry';
import { mailReceived, phoneEnded, phoneVoicemailLeft } from '$lib/log/script-events';
import {
  agendaChanged,
  chatReceived,
  fileDropped,
  letterDelivered,
  noticeGiven,
  ordersChanged,
  taskGiven,
  visitorLeft
} from '$lib/log/script-world';
import type { Notice } from '$lib/desk/port';

/** What the corner must know of a call: who, and which of the two dialled. */
export interface CallOfNotice {
  readonly name: string;
  readonly direction: 'in' | 'out';
  /** The other person hung up while waiting on hold. */
  readonly gaveUp?: boolean;
}

/** What the corner may look up on the desk, once the event is folded. */
export interface Lookup {
  /** A call of the telephone. */
  callOf(id: string): CallOfNotice | undefined;
  /** Name of a person of the directory. */
  nameOf(person: string): string | undefined;
  /** What the eye saw of a visitor. */
  visitorOf(visit: string): string | undefined;
  /** The conversation with a person is the front window: a message shows there by itself. */
  isReading(person: string): boolean;
}

/**
 * The corner's words for something that has just arrived; `null` for what shows by itself (a ringing telephone, a
 * visitor's card, a message in the conversation in front).
 */
export function noticeOf(event: DeskEvent, look: Lookup): Notice | null {
  if (mailReceived.is(event)) {
    const { mail, from, subject, priority } = event.d;
    return {
      title: `Message de ${from.name}`,
      body: subject,
      tone: priority === 'high' ? 'warn' : 'info',
      open: { app: 'mail', intent: { mail } }
    };
  }
  if (phoneEnded.is(event)) return endOfCall(event.d.how, look.callOf(event.d.call));
  if (phoneVoicemailLeft.is(event)) {
    return {
      title: `Message vocal de ${event.d.name}`,
      body: 'À écouter dans le téléphone.',
      tone: 'info',
      open: { app: 'phone' }
    };
  }
  return worldNotice(event, look);
}

/** A call that nobody took, or that was given up on hold. */
function endOfCall(how: string, call: CallOfNotice | undefined): Notice | null {
  const open = { app: 'phone' } as const;
  if (call?.gaveUp)
    return { title: `${call.name} a raccroché`, body: 'L’appel était en attente.', tone: 'warn', open };
  if (how !== 'missed' && how !== 'busy') return null;
  if (call?.direction === 'out') {
    const why = how === 'busy' ? 'la ligne est occupée' : 'personne ne répond';
    return { title: `${call.name}\u00a0: ${why}`, tone: 'info', open };
  }
  return {
    title: call ? `Appel manqué de ${call.name}` : 'Appel manqué',
    body: 'Le journal du téléphone permet de rappeler.',
    tone: 'warn',
    open
  };
}

/** Most characters of a message that the corner quotes. */
const QUOTED = 120;
const quote = (text: string): string => (text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text);

/** What comes by the other channels. */
function worldNotice(event: DeskEvent, look: Lookup): Notice | null {
  if (chatReceived.is(event)) {
    const { person, text } = event.d;
    if (look.isReading(person)) return null;
    return {
      title: `${look.nameOf(person) ?? 'Quelqu’un'} vous écrit`,
      body: quote(text),
      open: { app: 'chat', intent: { person } }
    };
  }
  if (visitorLeft.is(event)) {
    const { visit, how } = event.d;
    if (how !== 'tired') return null;
    return {
      title: `${look.visitorOf(visit) ?? 'Un visiteur'}\u00a0: reparti, las d’attendre`,
      tone: 'warn',
      open: { app: 'reception', intent: { visit } }
    };
  }
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
      body: quote(event.d.text),
      tone: event.d.important ? 'warn' : 'info',
      open: { app: 'chat', intent: { channel: 'notices', notice: event.d.notice } }
    };
  return null;
}
