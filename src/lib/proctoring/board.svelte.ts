import { untrack } from 'svelte';
import type { Order } from './commands';
import { alertsOf, countRoom, type Alert, type RoomView } from './room';
import { sortSeats, type SeatFacts } from './seat';

/** Silence of the stream after which the board says that it no longer sees the room: several messages missed. */
const SILENT_AFTER_MS = 7_000;
const SOUND_KEY = 'surveillance-son';

/** What became of a command, for whoever asked. */
export interface Outcome {
  readonly ok: boolean;
  /** Why it was refused, in French; empty when done. */
  readonly message: string;
  /** Sittings that it was done to. */
  readonly done: number;
}

/** The board of one room in the browser: the last message of the stream, the server's clock, alerts, commands. */
export class Board {
  #room = $state.raw<RoomView>()!;
  #now = $state(0);
  #online = $state(true);
  #sound = $state(true);
  #announcement = $state('');
  /** Server wall minus this browser's clock, ms. */
  #offset: number;
  #heardAt: number;
  #alerts: ReadonlySet<string>;

  constructor(first: RoomView) {
    this.#room = first;
    this.#now = first.wall;
    this.#offset = first.wall - Date.now();
    this.#heardAt = Date.now();
    this.#alerts = new Set(this.#alertsNow().map(keyOf));
  }

  get room(): RoomView {
    return this.#room;
  }
  /** Server wall clock, ms, by the second. */
  get now(): number {
    return this.#now;
  }
  /** The board hears the server. */
  get online(): boolean {
    return this.#online;
  }
  get sound(): boolean {
    return this.#sound;
  }
  /** Last alert in words, for those who listen to the screen. */
  get announcement(): string {
    return this.#announcement;
  }
  readonly seats: readonly SeatFacts[] = $derived.by(() =>
    sortSeats(this.#room.seats, this.#now, this.#room.session.started)
  );
  readonly counts = $derived.by(() => countRoom(this.#room, this.#now));

  /** The seat with this sitting as it is now. */
  seat(sitting: string): SeatFacts | undefined {
    return this.#room.seats.find((seat) => seat.sitting === sitting);
  }

  /** Listens to the room until the returned function is called. */
  connect = (): (() => void) => {
    this.#sound = readSound();
    // Attached to the page: what the stream says must not open it again.
    const session = untrack(() => this.#room.session.id);
    const source = new EventSource(`/api/surveillance/flux?session=${session}`);
    source.addEventListener('room', (message: MessageEvent<string>) =>
      this.#hear(JSON.parse(message.data) as RoomView)
    );
    const timer = setInterval(() => this.#tick(), 1_000);
    return () => {
      source.close();
      clearInterval(timer);
    };
  };

  /** Does something to one candidate or to the room. Never throws. */
  async send(order: Order): Promise<Outcome> {
    const failed = 'Le serveur ne répond pas\u00a0: rien n’a été fait. Réessayez dans un instant.';
    try {
      const response = await fetch('/api/surveillance/commandes', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...order, session: this.#room.session.id })
      });
      const answer = (await response.json().catch(() => ({}))) as { done?: number; message?: string };
      return response.ok
        ? { ok: true, message: '', done: answer.done ?? 0 }
        : { ok: false, message: answer.message ?? failed, done: 0 };
    } catch {
      return { ok: false, message: failed, done: 0 };
    }
  }

  /** Turns the sound of alerts on or off; it is remembered on this machine. */
  toggleSound(): void {
    this.#sound = !this.#sound;
    try {
      localStorage.setItem(SOUND_KEY, this.#sound ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing still makes sounds.
    }
    if (this.#sound) chime();
  }

  #hear(room: RoomView): void {
    this.#heardAt = Date.now();
    this.#offset = room.wall - this.#heardAt;
    this.#online = true;
    this.#room = room;
    this.#tick();
  }

  #tick(): void {
    this.#now = Date.now() + this.#offset;
    this.#online = Date.now() - this.#heardAt < SILENT_AFTER_MS;
    // A board that hears nothing must not believe that everybody is lost.
    if (!this.#online) this.#now = this.#heardAt + this.#offset;
    this.#watch();
  }

  #watch(): void {
    const alerts = this.#alertsNow();
    const fresh = alerts.filter((alert) => !this.#alerts.has(keyOf(alert)));
    this.#alerts = new Set(alerts.map(keyOf));
    if (fresh.length === 0) return;
    this.#announcement = fresh.map(alertWords).join(' ');
    if (this.#sound && fresh.some(({ kind }) => kind !== 'late')) chime();
  }

  #alertsNow(): readonly Alert[] {
    return this.#room.seats.flatMap((seat) => alertsOf(seat, this.#now));
  }
}

const keyOf = ({ seat, kind }: Alert): string => `${seat.sitting}:${kind}`;

const KINDS = { lost: 'sans réseau', hand: 'main levée', late: 'remise en retard' } as const;
const alertWords = ({ seat, kind }: Alert): string =>
  `Poste ${seat.post}, ${seat.name}\u00a0: ${KINDS[kind]}.`;

function readSound(): boolean {
  try {
    return localStorage.getItem(SOUND_KEY) !== 'off';
  } catch {
    return true;
  }
}

/** A short sound; browsers that refuse it before the first click stay silent, and the screen says it all the same. */
function chime(): void {
  new Audio('/sounds/mail.mp3').play().catch(() => undefined);
}
