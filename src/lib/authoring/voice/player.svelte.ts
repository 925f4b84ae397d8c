/** Plays one sound at a time, and says which. */
export class Player {
  #audio: HTMLAudioElement | null = null;
  #playing = $state<string | null>(null);

  /** URL of what is heard now. */
  get playing(): string | null {
    return this.#playing;
  }

  /** Plays a sound from its beginning; the one before stops. */
  play(url: string): void {
    this.stop();
    const audio = new Audio(url);
    this.#audio = audio;
    this.#playing = url;
    const ended = () => {
      if (this.#audio === audio) this.stop();
    };
    audio.addEventListener('ended', ended);
    audio.addEventListener('error', ended);
    void audio.play().catch(ended);
  }

  stop(): void {
    this.#audio?.pause();
    this.#audio = null;
    this.#playing = null;
  }
}

/** The one voice of the page. */
export const player = new Player();
