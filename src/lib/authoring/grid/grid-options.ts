import type { Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn } from '../document/loose';
import type { Option } from '../forms/form-at';

/** Where a juror may look: a task, or one production of it. */
export function productionsOf(draft: Draft): readonly Option[] {
  return listIn(draft.source?.['taches']).flatMap((task) => {
    const { id, titre, productions } = mapIn(task);
    const whole: Option = { value: textIn(id), label: `${textIn(titre) || textIn(id)} (tout)` };
    return [
      whole,
      ...listIn(productions).map((production): Option => {
        const { id: name, titre: title } = mapIn(production);
        return { value: `${textIn(id)}/${textIn(name)}`, label: `${textIn(title)} — ${textIn(titre)}` };
      })
    ];
  });
}

/** What the scenario expects: the findings named beside its tasks and its events. */
export function expectationsOf(draft: Draft): readonly Option[] {
  return [...listIn(draft.source?.['taches']), ...listIn(draft.source?.['deroule'])].flatMap((owner) =>
    listIn(mapIn(owner)['attendus']).map((expectation): Option => {
      const { id, constat } = mapIn(expectation);
      return { value: textIn(id), label: textIn(constat) || textIn(id) };
    })
  );
}
