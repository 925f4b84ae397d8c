/** What a drag needs of its chronogramme. */
interface DragContext {
  pxPerMs(): number;
  enabled(): boolean;
  open(): void;
  move(minutes: number): void;
}

/** Pointer travel that is still a click, in px. */
const CLICK = 4;

/** Drags a mark to another minute with the pointer, or moves it with the arrow keys; a click opens it. */
export class MarkDrag {
  /** How far it is dragged, in whole minutes; `null` while nobody drags. */
  minutes = $state<number | null>(null);
  #from: number | null = null;
  #moved = false;
  readonly #context: DragContext;

  constructor(context: DragContext) {
    this.#context = context;
  }

  readonly handlers = {
    onpointerdown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      if (event.button !== 0) return;
      this.#from = event.clientX;
      this.#moved = false;
      if (this.#context.enabled()) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onpointermove: (event: PointerEvent) => {
      if (this.#from === null || !this.#context.enabled()) return;
      const travel = event.clientX - this.#from;
      if (!this.#moved && Math.abs(travel) < CLICK) return;
      this.#moved = true;
      this.minutes = Math.round(travel / (this.#context.pxPerMs() * 60_000));
    },
    onpointerup: () => {
      const minutes = this.minutes;
      this.#end();
      if (minutes) this.#context.move(minutes);
    },
    onpointercancel: () => {
      this.#moved = false;
      this.#end();
    },
    onclick: () => {
      if (!this.#moved) this.#context.open();
      this.#moved = false;
    },
    onkeydown: (event: KeyboardEvent) => {
      if (event.key === 'Escape' && this.minutes !== null) {
        this.#end();
        return;
      }
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step === undefined || !this.#context.enabled() || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      this.#context.move(event.shiftKey ? step * 5 : step);
    }
  };

  #end(): void {
    this.#from = null;
    this.minutes = null;
  }
}
