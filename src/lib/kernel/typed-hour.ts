/** An hour as typed, `14:30`, `14h30`, `14 h`, `1430` or `9`, as `14:30`; `null` when it is none. */
export function parseHour(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?|(\d{2}))?$/i.exec(text.replaceAll('\u00a0', ' ').trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null;
}
