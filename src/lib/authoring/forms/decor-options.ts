import type { Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn, valueAt } from '../document/loose';
import type { Option } from './form-at';

const optionsAt = (
  draft: Draft,
  path: readonly string[],
  label: (item: Readonly<Record<string, unknown>>) => string
) =>
  listIn(valueAt(draft.source, ['decor', ...path])).map((item): Option => {
    const map = mapIn(item);
    return { value: textIn(map['id']), label: label(map) || textIn(map['id']) };
  });

/** Shared folders of the decor. */
export const foldersOf = (draft: Draft): readonly Option[] =>
  optionsAt(draft, ['dossiers'], ({ nom }) => textIn(nom));

/** Calendars: one per colleague, one per room. */
export const calendarsOf = (draft: Draft): readonly Option[] =>
  optionsAt(draft, ['agenda', 'calendriers'], ({ salle, personne }) =>
    salle ? textIn(salle) : textIn(valueAt(draft.source, ['personnes', textIn(personne), 'nom']))
  );

/** Appointments of the decor. */
export const appointmentsOf = (draft: Draft): readonly Option[] =>
  optionsAt(draft, ['agenda', 'rendez_vous'], ({ titre }) => textIn(titre));

export const customersOf = (draft: Draft): readonly Option[] =>
  optionsAt(draft, ['commandes', 'clients'], ({ nom }) => textIn(nom));

export const articlesOf = (draft: Draft): readonly Option[] =>
  optionsAt(draft, ['commandes', 'articles'], ({ designation }) => textIn(designation));

/** Sales documents of the decor. */
export const salesOf = (draft: Draft): readonly Option[] =>
  optionsAt(draft, ['commandes', 'documents'], ({ numero }) => textIn(numero));
