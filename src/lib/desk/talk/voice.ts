/** Pre-rendered speech, by telephone or face to face. */
/** The one voice that may be heard: a new line stops the one before. */
let voice: HTMLAudioElement | null = null;

/** Plays pre-rendered speech; resolves when it ends or cannot be played (the text is on screen in any case). */
export async function playVoice(url: string): Promise<void> {
  stopVoice();
  const audio = new Audio(url);
  voice = audio;
  await audio.play().catch(() => undefined);
}

export function stopVoice(): void {
  voice?.pause();
  voice = null;
}
