import { parseStory } from '$lib/kernel/story-time';
import type { HttpPort } from '$lib/desk/http-port.svelte';
import type { Notice } from '$lib/desk/port';
import type { Notices } from '$lib/desk/shell/notices.svelte';

/** A word of the proctor this recent (exam ms) comes back to the corner after a reload: it may not have been read. */
const RECENT_MS = 5 * 60_000;

/** A word of the proctor, as the corner shows it: it stays until the candidate puts it away. */
export const wordNotice = (text: string): Notice => ({
  title: 'Message du surveillant',
  body: text,
  tone: 'warn',
  stays: true
});

/** Puts what the proctor had written before this desk was opened back: all in the trail, a recent last word in the corner. */
export function recallWords(port: Pick<HttpPort, 'words' | 'scene' | 'clock'>, notices: Notices): void {
  const start = parseStory(port.scene.storyStart) ?? 0;
  const last = port.words.at(-1);
  const again = last && port.clock.examMs() - last.t <= RECENT_MS ? last : undefined;
  for (const { text, t } of again ? port.words.slice(0, -1) : port.words)
    notices.recall(wordNotice(text), start + t);
  if (again) notices.add(wordNotice(again.text));
}
