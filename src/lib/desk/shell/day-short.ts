import type { StoryMs } from '../../kernel/story-time';

const format = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC'
});

/** The day of a story instant for the clock of the desk: `mar. 17 mars`. */
export const formatDayShort = (story: StoryMs): string => format.format(story);
