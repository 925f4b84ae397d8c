/** The desk's own sounds, under `static/sounds/`. */
export type SoundName = 'ring' | 'mail' | 'test';

/** A sound that plays. */
export interface Playing {
  /** Silences it; safe to call twice. */
  stop(): void;
  /** True once it is heard, false when the browser refuses or cannot play it. */
  readonly started: Promise<boolean>;
}

/** Plays a sound (volume 0 to 1). Never throws: an exam goes on without sound, everything being also on screen. */
export function playSound(name: SoundName, { loop = false, volume = 1 } = {}): Playing {
  const audio = new Audio(`/sounds/${name}.mp3`);
  audio.loop = loop;
  audio.volume = volume;
  return {
    stop() {
      audio.pause();
      audio.currentTime = 0;
    },
    started: audio.play().then(
      () => true,
      () => false
    )
  };
}

/** A plain tone by the browser itself, for when the file does not play: 440 Hz, then 660 Hz, one second in all. */
export function playTone(): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = 0.2;
  gain.connect(context.destination);
  const oscillator = context.createOscillator();
  oscillator.frequency.setValueAtTime(440, context.currentTime);
  oscillator.frequency.setValueAtTime(660, context.currentTime + 0.5);
  oscillator.connect(gain);
  oscillator.onended = () => void context.close();
  oscillator.start();
  oscillator.stop(context.currentTime + 1);
}
