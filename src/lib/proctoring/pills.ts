import { plural } from '../kernel/format-fr';
import {
  examMs,
  handInsOf,
  isConnected,
  isReady,
  lateTasks,
  lostSince,
  nextDeadline,
  proposedCreditMs,
  urgencyOf,
  waitsForStart,
  wallOf,
  type SeatFacts
} from './seat';
import { clockWords, lengthWords } from './words';

/** A state in words, in its colour. */
export interface StatePill {
  readonly tone: 'neutral' | 'accent' | 'ok' | 'warn' | 'alert';
  readonly text: string;
  /** The first to go where there is little room. */
  readonly minor?: boolean;
}

/** How long before a deadline the board announces it. */
const ANNOUNCED_MS = 10 * 60_000;

/** The states of a seat worth a capsule, the most pressing first. */
export function pillsOf(seat: SeatFacts, now: number, started: boolean): readonly StatePill[] {
  const pills: StatePill[] = [];
  const say = (tone: StatePill['tone'], text: string) => pills.push({ tone, text });
  if (seat.phase === 'over') say('ok', 'Terminé');
  if (seat.moving) say('alert', `Attendu au poste ${seat.post}`);
  else if (lostSince(seat, now) !== null) {
    say('alert', 'Sans réseau');
    pills.push({ tone: 'neutral', text: 'travail gardé sur le poste', minor: true });
    say('warn', `crédit proposé ${lengthWords(proposedCreditMs(seat, now)!)}`);
  }
  if (seat.handSinceAt !== null && seat.phase !== 'over')
    say('warn', `Main levée · ${lengthWords(now - seat.handSinceAt)}`);
  if (waitsForStart(seat, started)) say('warn', isReady(seat) ? 'Attend le départ' : 'Identité à confirmer');
  else if (started && seat.phase === 'identity') say('neutral', 'Absent');
  if (seat.phase === 'paused') say('neutral', seat.pauseCause ? `En pause · ${seat.pauseCause}` : 'En pause');
  const { heldUntil } = seat.clock;
  if (heldUntil !== null && heldUntil > now)
    say('accent', `Crédit en cours · ${lengthWords(heldUntil - now)}`);
  if (seat.call) say('accent', 'Appel en cours');
  pills.push(...deadlinePills(seat, now));
  return pills;
}

function deadlinePills(seat: SeatFacts, now: number): readonly StatePill[] {
  const late = lateTasks(seat, now);
  if (late.length > 0) {
    const since = (examMs(seat, now) - Math.max(...late.map((task) => task.deadlineMs!))) / seat.clock.rate;
    return [
      {
        tone: 'warn',
        text: `Remise en retard · ${lengthWords(Math.floor(since / 60_000) * 60_000 || since)}`
      }
    ];
  }
  if (seat.phase !== 'running') return [];
  const next = nextDeadline(seat, now);
  const at = next ? wallOf(seat, next.deadlineMs!) : null;
  return at !== null && at - now <= ANNOUNCED_MS
    ? [{ tone: 'warn', text: `Remise attendue ${clockWords(at)}` }]
    : [];
}

/** « Traitement de texte · 2 remises · 1 incident » */
export function activityOf(seat: SeatFacts): string {
  const handIns = handInsOf(seat);
  return [
    seat.phase === 'running' || seat.phase === 'paused' ? (seat.app ?? 'Bureau') : null,
    handIns > 0 ? plural(handIns, 'remise') : null,
    seat.incidents > 0 ? plural(seat.incidents, 'incident') : null
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** What a row offers first. */
export type RowAction = 'move' | 'credit' | 'hand' | 'start' | 'resume' | 'word';

/** Actions of a row, the main one first; none for a seat that asks for nothing. */
export function actionsOf(seat: SeatFacts, now: number, started: boolean): readonly RowAction[] {
  const urgency = urgencyOf(seat, now, started);
  if (urgency === 'rescue') return seat.moving ? ['credit'] : ['move', 'credit'];
  if (urgency === 'paused') return ['resume'];
  if (urgency !== 'see') return [];
  if (seat.handSinceAt !== null) return ['hand'];
  return waitsForStart(seat, started) && isReady(seat) ? ['start'] : ['word'];
}

/** The connection in words, for the time before the start. */
export function connectionWords(seat: SeatFacts, now: number): StatePill {
  if (!seat.open) return { tone: 'neutral', text: 'Poste fermé' };
  if (seat.lastSeenAt === null) return { tone: 'neutral', text: 'Se connecte' };
  return isConnected(seat, now) ? { tone: 'ok', text: 'Connecté' } : { tone: 'alert', text: 'Ne répond pas' };
}
