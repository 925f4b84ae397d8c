import type { Names } from './check-names';

type Path = readonly PropertyKey[];

/** Things that facts and keys would confuse: one identifier for two mails, one number or address for two people. */
export function checkIdentities(names: Names): void {
  const { decor, deroule } = names.source;
  const mails = new Set((decor.courrier?.messages ?? []).map(({ id }) => id));
  deroule.forEach((event, index) => {
    if (event.courriel && mails.has(event.id))
      twice(names, ['deroule', index, 'id'], `« ${event.id} » est déjà un message du décor.`, 'identifiant');
  });
  if ('poste' in names.source.personnes)
    names.report.at(
      names.yaml,
      ['personnes', 'poste'],
      'nom.reserve',
      'Personne ne peut s’appeler « poste » : ce mot désigne le candidat.',
      'Donnez un autre identifiant à cette personne.',
      { key: true }
    );
  checkReached(names);
}

/** Extensions, telephone numbers and addresses: each is one person's, and none is the candidate's own. */
function checkReached(names: Names): void {
  const { poste, personnes } = names.source;
  const owners = new Map([
    [poste.poste, 'du candidat'],
    [poste.courriel.toLowerCase(), 'du candidat']
  ]);
  for (const [id, person] of Object.entries(personnes))
    for (const [key, what] of [
      ['poste', 'poste'],
      ['tel', 'numéro'],
      ['courriel', 'adresse']
    ] as const) {
      const said = person[key];
      if (said === undefined) continue;
      const value = said.replaceAll(' ', '').toLowerCase();
      const owner = owners.get(value);
      if (owner !== undefined)
        twice(
          names,
          ['personnes', id, key],
          `« ${said} » est déjà ${what === 'adresse' ? 'l’adresse' : `le ${what}`} ${owner}.`,
          what
        );
      else owners.set(value, `de « ${id} »`);
    }
}

function twice(names: Names, path: Path, message: string, what: string): void {
  const fix =
    what === 'adresse'
      ? 'Donnez une autre adresse à l’un des deux.'
      : `Donnez un autre ${what} à l’un des deux.`;
  names.report.at(names.yaml, path, 'nom.double', message, fix);
}
