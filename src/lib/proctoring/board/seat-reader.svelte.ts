import type { SeatDetail } from '../seat.server';

interface Wanted {
  readonly session: string;
  readonly sitting: string;
  /** Head of the log: a newer one means that the detail must be read again. */
  readonly n: number;
}

/** Reads the detail of a seat, and again whenever its log grows. */
export class SeatReader {
  #detail = $state.raw<SeatDetail | null>(null);
  #failed = $state(false);
  readonly #wanted: () => Wanted;
  #reading = false;

  constructor(wanted: () => Wanted) {
    this.#wanted = wanted;
  }

  /** The newest detail of the wanted seat; `null` while the first is on its way. */
  get detail(): SeatDetail | null {
    return this.#detail?.sitting === this.#wanted().sitting ? this.#detail : null;
  }
  /** The last reading failed. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Attachment: reads while the panel is there. */
  follow = (): void => {
    const { sitting, n } = this.#wanted();
    if (this.#detail?.sitting === sitting && this.#detail.n >= n) return;
    if (!this.#reading) void this.#read();
  };

  async #read(): Promise<void> {
    this.#reading = true;
    const { session, sitting } = this.#wanted();
    try {
      const response = await fetch(`/api/surveillance/postes/${sitting}?session=${session}`);
      this.#failed = !response.ok;
      if (response.ok) this.#detail = (await response.json()) as SeatDetail;
    } catch {
      this.#failed = true;
    } finally {
      this.#reading = false;
    }
  }
}
