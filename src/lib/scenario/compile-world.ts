import { BEAT_EVENTS, when } from './beat-events';
import { cueStates } from './compile-cue';
import { dialogueStates, effect, ended, issue, lineState, type Channel } from './compile-dialogue';
import { durationMs, hundredths } from './compile-values';
import type { AgendaChange, BeatState, Effect, LetterContent, OrdersChange, SealedContent } from './compiled';
import { delayName } from './delay-name';
import type {
  AgendaChangeSource,
  ChatSource,
  DropSource,
  LetterSource,
  NoticeSource,
  OrdersChangeSource,
  VisitSource
} from './format-channels';
import type { EventSource } from './format-script';
import type { Media } from './media';
import type { Scope } from './scope';
import { hearingMs, silenceOf } from './silence';

type States = Record<string, BeatState>;

const instantMessages: Channel = {
  hears: { chosen: 'discussion.choix', typed: 'discussion.envoyee', left: null },
  actions: {},
  says: ({ text, choices }) => ({ do: 'chat', text, choices }),
  closes: () => [],
  farewellMs: () => 0,
  leftIssue: 'coupe'
};

/** An exchange of instant messages: a first line, perhaps a second try, then the dialogue, or no answer at all. */
export function compileChat(event: EventSource, chat: ChatSource, scope: Scope, media: Media): States {
  const first = lineState(Object.keys(chat.dialogue)[0]!);
  const states = {
    ...cueStates(event, first, scope),
    ...dialogueStates(event.id, chat.dialogue, instantMessages, scope, media)
  };
  const opening = states[first];
  if (!opening || opening.type === 'final') return states;
  const { relance: nudge, patience } = chat;
  const unanswered = (ms: number): BeatState['after'] => ({ [delayName({ kind: 'for', ms })]: 'unanswered' });
  const patienceMs = patience === undefined ? null : durationMs(patience);
  const nudgeMs = nudge ? durationMs(nudge.apres) : null;
  const afterwards =
    patienceMs === null ? {} : { after: unanswered(Math.max(0, patienceMs - (nudgeMs ?? 0))) };
  if (patienceMs !== null) states['unanswered'] = ended('sans_reponse');
  if (nudge && nudgeMs !== null) {
    // The second try asks the same thing: what may be answered stays.
    const choices = (opening.entry ?? []).flatMap(({ params }) =>
      params.do === 'chat' ? params.choices : []
    );
    states[first] = { ...opening, after: { [delayName({ kind: 'for', ms: nudgeMs })]: 'nudged' } };
    states['nudged'] = {
      ...opening,
      entry: [effect({ do: 'chat', text: nudge.dit, choices })],
      ...afterwards
    };
  } else states[first] = { ...opening, ...afterwards };
  return states;
}

const reception = (visit: VisitSource): Channel => ({
  hears: { chosen: 'visite.choix', typed: 'visite.dit', left: 'visite.terminee' },
  actions: { message: 'message.pris', registre: 'visite.enregistree', prevenir: 'visite.prevenu' },
  says: (line) => ({ do: 'visitor-says', line }),
  hands: (document) => ({ do: 'visitor-hands', document }),
  closes: (how) => [{ do: 'visitor-leaves', how: LEAVES[how] }],
  farewellMs: hearingMs,
  leftIssue: 'econduit',
  silence: silenceOf(visit.silence, 'visit'),
  hold: {
    fact: 'visite.attente',
    back: 'visite.accueillie',
    ms: durationMs(visit.patience),
    effects: [],
    issue: 'parti',
    needsFreeLine: false
  }
});

const LEAVES = {
  over: 'received',
  cut: 'closed',
  tired: 'tired',
  silent: 'tired',
  transferred: 'received'
} as const;

/** A visit: they arrive, wait, speak up, leave tired; or are received, and the dialogue begins. */
export function compileVisit(event: EventSource, visit: VisitSource, scope: Scope, media: Media): States {
  const received = lineState(Object.keys(visit.dialogue)[0]!);
  const patienceMs = durationMs(visit.patience);
  const calls = visit.impatience;
  const callsMs = calls ? Math.min(durationMs(calls.apres), patienceMs) : patienceMs;
  const waits = (ms: number, target: string): BeatState => ({
    after: { [delayName({ kind: 'for', ms })]: target },
    on: {
      'visite.accueillie': [when({ is: 'mine' }, received)],
      [BEAT_EVENTS.skipped]: [{ target: 'skipped-on-line' }],
      [BEAT_EVENTS.end]: [{ target: 'never-received' }]
    }
  });
  const arrives: Effect = { do: 'visitor-arrives', label: visit.apparence, patienceMs };
  const speaksUp: Effect | null = calls
    ? {
        do: 'visitor-says',
        line: { text: calls.dit, lang: 'fr', choices: [], typed: false, slip: false, transfer: false }
      }
    : null;
  return {
    ...cueStates(event, 'arrived', scope),
    arrived: { entry: [effect(arrives)], ...waits(callsMs, calls ? 'impatient' : 'tired-of-waiting') },
    ...(speaksUp && {
      impatient: { entry: [effect(speaksUp)], ...waits(patienceMs - callsMs, 'tired-of-waiting') }
    }),
    'tired-of-waiting': ended('parti', { do: 'visitor-leaves', how: 'tired' }),
    'never-received': ended('parti', { do: 'visitor-leaves', how: 'closed' }),
    ...dialogueStates(event.id, visit.dialogue, reception(visit), scope, media)
  };
}

/** Something that arrives once and asks nothing. */
export const compileArrival = (event: EventSource, arrival: Effect, scope: Scope): States => ({
  ...cueStates(event, 'arrived', scope),
  arrived: { type: 'final', entry: [effect(arrival), issue('arrive')] }
});

const NATURES = {
  lettre: 'letter',
  recommande: 'registered',
  colis: 'parcel',
  prospectus: 'leaflet',
  periodique: 'periodical'
} as const;

/** The outside of a piece of post: all that is told before it is opened. */
export function letterOf(letter: LetterSource, media: Media): LetterContent {
  return {
    nature: NATURES[letter.nature ?? 'lettre'],
    envelope: {
      sender: letter.expediteur,
      addressee: letter.destinataire,
      ...(letter.mention && { mention: letter.mention }),
      ...(letter.enveloppe && { scan: media.attachment(letter.enveloppe) })
    },
    ...(letter.numero && { trackingNumber: letter.numero })
  };
}

/** The inside of every piece of post, of the tray and of the script, for the engine alone. */
export function sealedContents(scope: Scope, media: Media): readonly SealedContent[] {
  const { decor, deroule } = scope.source;
  const inside = (id: string, letter: LetterSource) => ({
    id,
    key: scope.letterKey(id),
    content: letter.contenu.map((name) => media.attachment(name))
  });
  return [
    ...(decor.plis ?? []).map((letter) => inside(letter.id, letter)),
    ...deroule.flatMap(({ id, pli }) => (pli ? [{ ...inside(id, pli), beat: id }] : []))
  ];
}

const who = (id: string, scope: Scope): string => scope.source.personnes[id]?.nom ?? id;

export function dropOf(drop: DropSource, scope: Scope, media: Media): Effect {
  const document = media.attachment(drop.piece);
  const extension = document.name.slice(document.name.lastIndexOf('.'));
  const shown = drop.nom ?? document.name;
  const name = shown.toLowerCase().endsWith(extension.toLowerCase()) ? shown : shown + extension;
  return {
    do: 'drop',
    by: who(drop.par, scope),
    folder: drop.dossier ?? null,
    document: { ...document, name }
  };
}

export function agendaOf(event: string, source: AgendaChangeSource, scope: Scope): Effect {
  const { ajoute, deplace, annule } = source;
  const change: AgendaChange = ajoute
    ? {
        do: 'add',
        appointment: scope.beatKey(event),
        title: ajoute.titre,
        calendars: ajoute.calendriers,
        start: ajoute.debut,
        end: ajoute.fin,
        ...(ajoute.lieu && { place: ajoute.lieu }),
        ...(ajoute.note && { note: ajoute.note }),
        ...(ajoute.verrouille && { fixed: true })
      }
    : deplace
      ? {
          do: 'move',
          appointment: deplace.rendez_vous,
          start: deplace.debut,
          end: deplace.fin,
          ...(deplace.calendriers && { calendars: deplace.calendriers })
        }
      : { do: 'cancel', appointment: annule ?? '' };
  return { do: 'agenda', by: who(source.par, scope), change };
}

export function ordersOf(event: string, source: OrdersChangeSource, scope: Scope): Effect {
  const { stock, reglement, livre, note } = source;
  const change: OrdersChange = stock
    ? { do: 'stock', product: stock.article, quantity: stock.quantite, reason: stock.motif }
    : reglement
      ? {
          do: 'payment',
          document: reglement.piece,
          amountCents: hundredths(reglement.montant),
          day: reglement.le
        }
      : livre
        ? { do: 'delivered', document: livre.piece, ...(livre.note && { note: livre.note }) }
        : {
            do: 'note',
            note: scope.beatKey(event),
            customer: note?.client ?? '',
            text: note?.texte ?? ''
          };
  return { do: 'orders', by: who(source.par, scope), change };
}

export const noticeOf = (notice: NoticeSource): Effect => ({
  do: 'notice',
  title: notice.titre,
  text: notice.texte,
  important: notice.important ?? false
});
