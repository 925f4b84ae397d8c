/** An appointment of an .ics file, in the wall time of its author. */
export interface CalendarEvent {
  readonly title: string;
  /** `2026-03-17 14:00`. */
  readonly start: string;
  readonly end: string;
  readonly place: string;
}

const unescape = (text: string): string =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .trim();

/** `20260317T140000` as the format writes it; an instant in UTC is told in French time. */
function storyInstant(value: string): string | null {
  const [, year, month, day, hour = '00', minute = '00', zulu] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/.exec(value) ?? [];
  if (!year) return null;
  if (!zulu) return `${year}-${month}-${day} ${hour}:${minute}`;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short'
  });
  return parts.format(instant);
}

/** The appointments of an .ics file (RFC 5545), in its order. Repetitions are told once. */
export function readCalendar(text: string): readonly CalendarEvent[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const events: CalendarEvent[] = [];
  let own: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') own = new Map();
    else if (line === 'END:VEVENT' && own) {
      const start = storyInstant(own.get('DTSTART') ?? '');
      const end = storyInstant(own.get('DTEND') ?? '') ?? start;
      if (start && end)
        events.push({
          title: unescape(own.get('SUMMARY') ?? 'Rendez-vous'),
          start,
          end,
          place: unescape(own.get('LOCATION') ?? '')
        });
      own = null;
    } else if (own) {
      const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
      if (name) own.set(name, value ?? '');
    }
  }
  return events;
}
