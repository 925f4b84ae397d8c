import { BEAT_EVENTS, when } from './beat-events';
import { compileCall } from './compile-call';
import { cueStates } from './compile-cue';
import { effect } from './compile-dialogue';
import { taskSheetOf } from './task-sheet';
import { compilePattern } from './compile-pattern';
import { examMs, listOf } from './compile-values';
import {
  agendaOf,
  compileArrival,
  compileChat,
  compileVisit,
  dropOf,
  letterOf,
  noticeOf,
  ordersOf
} from './compile-world';
import type {
  BeatKind,
  BeatState,
  BeatTransition,
  CompiledBeat,
  CompiledTask,
  Effect,
  MailContent
} from './compiled';
import { cueWords } from './cue-words';
import { delayName } from './delay-name';
import type { EventSource, MailSource, TaskSource } from './format-script';
import type { Media } from './media';
import { titleOf } from './title-of';
import type { Scope } from './scope';

/** Addresses of people named by the author; `poste` is the candidate. */
export const addresses = (ids: readonly string[], scope: Scope): readonly string[] =>
  ids.flatMap((id) => {
    const address = id === 'poste' ? scope.source.poste.courriel : scope.source.personnes[id]?.courriel;
    return address ? [address] : [];
  });

function compileMail(mail: MailSource, scope: Scope, media: Media): MailContent {
  const sender = scope.source.personnes[mail.de];
  return {
    from: { name: sender?.nom ?? mail.de, email: sender?.courriel ?? '' },
    to: addresses(mail.a ?? ['poste'], scope),
    cc: addresses(mail.cc ?? [], scope),
    subject: mail.objet,
    body: mail.corps,
    priority: mail.priorite === 'haute' ? 'high' : 'normal',
    attachments: (mail.pieces ?? []).map((name) => media.attachment(name))
  };
}

function mailStates(
  event: EventSource,
  mail: MailSource,
  scope: Scope,
  media: Media
): Record<string, BeatState> {
  return {
    ...cueStates(event, 'delivered', scope),
    delivered: {
      type: 'final',
      entry: [
        {
          type: 'effect',
          params: { do: 'mail', mail: compileMail(mail, scope, media), reply: mail.en_reponse ?? false }
        },
        { type: 'effect', params: { do: 'issue', issue: 'envoye' } }
      ]
    }
  };
}

/** Compiles one event of the script. The checker has seen that it has one content. */
export function compileEvent(event: EventSource, scope: Scope, media: Media): CompiledBeat {
  const base = {
    id: event.id,
    title: titleOf(event, scope.source),
    cue: cueWords(event),
    key: scope.beatKey(event.id)
  };
  const beat = (
    kind: BeatKind,
    states: Record<string, BeatState>,
    more: Partial<CompiledBeat> = {}
  ): CompiledBeat => ({
    ...base,
    kind,
    ...more,
    config: { id: event.id, initial: 'waiting', states: givingTasks(event.id, states, scope) }
  });
  const { courriel, appel, discussion, visite, pli, depot, agenda, commandes, annonce } = event;
  const arrival = (what: Effect) => compileArrival(event, what, scope);
  if (courriel) return beat('mail', mailStates(event, courriel, scope, media));
  if (appel)
    return beat('call', compileCall(event, appel, scope, media), { caller: callerOf(appel.de, scope) });
  if (discussion)
    return beat('chat', compileChat(event, discussion, scope, media), { contact: discussion.de });
  if (visite) return beat('visit', compileVisit(event, visite, scope, media));
  if (pli) return beat('letter', arrival({ do: 'letter', letter: letterOf(pli, media) }));
  if (depot) return beat('drop', arrival(dropOf(depot, scope, media)));
  if (agenda) return beat('agenda', arrival(agendaOf(event.id, agenda, scope)));
  if (commandes) return beat('orders', arrival(ordersOf(event.id, commandes, scope)));
  if (annonce) return beat('notice', arrival(noticeOf(annonce)));
  throw new Error(`event ${event.id} has no content`);
}

/** States in which an event has reached the candidate: what it asks is known from then on. */
const REACHED = /^(delivered|arrived|line:|given-up|engaged-voicemail)/;

/** Adds the tasks that an event gives to the states in which it reaches the candidate; the desk knows a task once. */
function givingTasks(
  event: string,
  states: Readonly<Record<string, BeatState>>,
  scope: Scope
): Readonly<Record<string, BeatState>> {
  const given = scope.source.taches.filter((task) => task.donnee_par === event);
  if (given.length === 0) return states;
  const entry = given.map((task) => effect({ do: 'task', task: taskSheetOf(task) }));
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [
      name,
      REACHED.test(name) ? { ...state, entry: [...(state.entry ?? []), ...entry] } : state
    ])
  );
}

function callerOf(id: string, scope: Scope): NonNullable<CompiledBeat['caller']> {
  const person = scope.source.personnes[id];
  return {
    name: person?.nom ?? id,
    number: person?.tel ?? person?.poste ?? '',
    ...(person?.annuaire !== false && { person: id })
  };
}

/** Compiles a task: what must come in, and the beat that says whether it has, in time or late. Late is never refused. */
export function compileTask(task: TaskSource, scope: Scope): { task: CompiledTask; beat: CompiledBeat } {
  const beat = `tache:${task.id}`;
  const deadlineMs = task.echeance === undefined ? undefined : examMs(task.echeance);
  const complete = (target: string): Readonly<Record<string, readonly BeatTransition[]>> => ({
    [BEAT_EVENTS.taskComplete]: [when({ is: 'task', task: task.id }, target)],
    [BEAT_EVENTS.end]: [{ target: 'missing' }]
  });
  const final = (issue: string): BeatState => ({
    type: 'final',
    entry: [{ type: 'effect', params: { do: 'issue', issue } }]
  });
  return {
    task: {
      id: task.id,
      title: task.titre,
      beat,
      ...(deadlineMs !== undefined && { deadlineMs }),
      productions: task.productions.map(({ id, titre, type, fait }) => ({
        id,
        title: titre,
        kind: type,
        test: fait
          ? compilePattern(fait, scope)
          : {
              fact: 'document.remis',
              where: { tache: { oneOf: listOf(task.id) }, production: { oneOf: [id] } }
            }
      }))
    },
    beat: {
      id: beat,
      kind: 'task',
      title: task.titre,
      cue: deadlineMs === undefined ? 'avant la fin' : `avant ${task.echeance}`,
      key: '',
      config: {
        id: beat,
        initial: 'expected',
        states: {
          expected: {
            on: complete('done'),
            ...(deadlineMs !== undefined && {
              after: { [delayName({ kind: 'at', ms: deadlineMs })]: 'late' }
            })
          },
          late: {
            entry: [{ type: 'effect', params: { do: 'issue', issue: 'en_retard' } }],
            on: complete('done-late')
          },
          done: final('rendue'),
          'done-late': final('rendue_tard'),
          missing: final('non_rendue')
        }
      }
    }
  };
}
