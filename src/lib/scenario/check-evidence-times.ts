import type { Names } from './check-names';
import type { GridSource } from './format-grid';
import type { Pattern } from './format-pattern';
import { comesTooLate, TOO_LATE_FIX, tooLateWords } from './named-times';
import type { Walked } from './walk';
import type { YamlSource } from './yaml-source';

type Path = readonly PropertyKey[];

/** Facts that the jury and the tasks look for and that cannot come in time: what they name comes later. */
export function checkEvidenceTimes(
  { source, report, yaml: scenario }: Names,
  walked: Walked,
  grid: GridSource | null,
  gridYaml: YamlSource | null
): void {
  const look = (pattern: Pattern | undefined, path: Path, where: string, yaml = scenario) => {
    const late = pattern && comesTooLate(pattern, walked);
    if (late) report.at(yaml, path, 'etat.jamais-atteint', tooLateWords(late, where), TOO_LATE_FIX);
  };
  for (const list of ['taches', 'deroule'] as const)
    source[list].forEach((owner, index) =>
      (owner.attendus ?? []).forEach(({ id, fait }, at) =>
        look(fait, [list, index, 'attendus', at, 'fait'], `Dans l’attendu « ${id} »`)
      )
    );
  source.taches.forEach((task, index) =>
    task.productions.forEach(({ id, fait }, at) =>
      look(fait, ['taches', index, 'productions', at, 'fait'], `Dans la production « ${id} »`)
    )
  );
  if (!grid || !gridYaml) return;
  for (const [criterion, { indicateurs }] of Object.entries(grid.criteres))
    indicateurs.forEach(({ preuves = [] }, index) =>
      preuves.forEach((evidence, at) => {
        const path = ['criteres', criterion, 'indicateurs', index, 'preuves', at, 'fait'];
        if ('fait' in evidence) look(evidence.fait, path, `Dans ${criterion}`, gridYaml);
      })
    );
}
