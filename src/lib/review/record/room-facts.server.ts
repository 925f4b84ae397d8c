import { clockCredited, clockPaused, incidentNoted } from '../../engine/events';
import type { SittingId } from '../../kernel/ids';
import { formatDuration } from '../../kernel/format-fr';
import type { ReviewContext } from '../context.server';
import { INCIDENT_WORDS } from '../copy/incident-marks';
import type { DeskEvent } from '../../log/entry';
import type { RecordedFact } from './record';

const NBSP = '\u00a0';
const TYPES = [clockPaused.type, clockCredited.type, incidentNoted.type];

/** Pauses, credits and incidents of a sitting with the proctor’s own words: for the record only. */
export async function roomFacts(
  ctx: Pick<ReviewContext, 'db'>,
  sitting: SittingId
): Promise<readonly RecordedFact[]> {
  const rows = await ctx.db.read
    .selectFrom('entries')
    .select(['t', 'type', 'v', 'd', 'author'])
    .where('sitting_id', '=', sitting)
    .where('type', 'in', TYPES)
    .orderBy('n')
    .execute();
  return rows.flatMap(({ t, type, v, d, author }): readonly RecordedFact[] => {
    const event: DeskEvent = { t: Number(t), type, v, d: JSON.parse(d) as unknown, by: author };
    const at = { t: event.t };
    if (clockPaused.is(event)) return [{ ...at, kind: 'pause', text: `Pause${NBSP}: ${event.d.cause}` }];
    if (clockCredited.is(event))
      return [
        { ...at, kind: 'credit', text: `Crédit de ${formatDuration(event.d.ms)}${NBSP}: ${event.d.cause}` }
      ];
    if (!incidentNoted.is(event)) return [];
    const kind = INCIDENT_WORDS[event.d.category] ?? INCIDENT_WORDS.other!;
    return [{ ...at, kind: 'incident', text: event.d.text ? `${kind}${NBSP}: ${event.d.text}` : kind }];
  });
}
