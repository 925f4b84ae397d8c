import type { JuryPackage } from '../../scenario/jury';
import type { ProductionLine, Showing, TrackMark } from './copy-file';
import type { KeptByTask } from './kept';

/** One act of handing in, as a log tells it. */
export interface Received {
  readonly task: string;
  readonly production: string;
  readonly n: number;
  readonly t: number;
  readonly late: boolean;
  readonly showing: Showing;
}

/** Every production of the subject, with what was handed in and what was kept by itself. */
export function productionLines(
  jury: Pick<JuryPackage, 'tasks'>,
  received: readonly Received[],
  kept: KeptByTask
): readonly ProductionLine[] {
  return jury.tasks.flatMap((task) =>
    task.productions.map(({ id, title, kind }) => {
      const all = received.filter((one) => one.task === task.id && one.production === id);
      const last = all.at(-1);
      const line = { task: task.id, production: id, title, kind, kept: kept.of(task.id, id) };
      if (!last) return { ...line, received: null };
      const lateMs = last.late && task.deadlineMs !== undefined ? Math.max(0, last.t - task.deadlineMs) : 0;
      const before = last.late ? all.findLast(({ late }) => !late) : undefined;
      const inTime = before ? { n: before.n, t: before.t, showing: before.showing } : null;
      const { n, t, late, showing } = last;
      return { ...line, received: { n, t, late, lateMs, showing, inTime, times: all.map((one) => one.t) } };
    })
  );
}

/** What was handed in, and the deadlines that found nothing, on the time bar. */
export function productionMarks(
  jury: Pick<JuryPackage, 'tasks'>,
  received: readonly Received[],
  kept: KeptByTask
): readonly TrackMark[] {
  const handedIn = received.map(({ task, production, t, late }): TrackMark => {
    const title = jury.tasks
      .find(({ id }) => id === task)
      ?.productions.find(({ id }) => id === production)?.title;
    const tone = late ? 'late' : 'production';
    return {
      track: 'productions',
      from: t,
      tone,
      label: `Remis — ${title ?? production}${late ? ' (en retard)' : ''}`
    };
  });
  const waited = jury.tasks.flatMap((task) =>
    task.productions.flatMap(({ id, title }): TrackMark[] => {
      const copies = kept.of(task.id, id);
      return copies?.cause === 'deadline'
        ? [{ track: 'productions', from: copies.t, tone: 'late', label: `Échéance sans remise — ${title}` }]
        : [];
    })
  );
  return [...handedIn, ...waited];
}
