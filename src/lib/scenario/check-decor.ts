import type { Names } from './check-names';
import { checkLetter } from './check-world';
import { parseStory } from '../kernel/story-time';
import { referentialVersions } from '../referential/catalogue';

/** References inside everything that exists before the first minute. */
export function checkDecor(names: Names): void {
  const { source, report, yaml } = names;
  const { decor } = source;
  names.known(
    ['referentiel'],
    'nom.referentiel',
    'Le référentiel',
    source.referentiel,
    referentialVersions.map(({ id }) => id)
  );
  names.person(['poste', 'responsable'], source.poste.responsable);
  const folders = (decor.dossiers ?? []).map(({ id }) => id);
  names.unique(['decor', 'dossiers'], decor.dossiers ?? [], 'Le dossier');
  (decor.dossiers ?? []).forEach(({ parent }, index) =>
    names.known(['decor', 'dossiers', index, 'parent'], 'nom.dossier', 'Le dossier', parent, folders)
  );
  checkNesting(names);
  names.unique(['decor', 'fichiers'], decor.fichiers ?? [], 'Le fichier');
  (decor.fichiers ?? []).forEach((file, index) => {
    names.piece(['decor', 'fichiers', index, 'piece'], file.piece);
    names.known(['decor', 'fichiers', index, 'dossier'], 'nom.dossier', 'Le dossier', file.dossier, folders);
  });
  const files = (decor.fichiers ?? []).map(({ id }) => id);
  (source.dossier.documents ?? []).forEach((id, index) =>
    names.known(['dossier', 'documents', index], 'nom.fichier', 'Dans decor.fichiers, le document', id, files)
  );
  names.unique(['dossier', 'sections'], source.dossier.sections, 'La section');
  names.unique(['decor', 'plis'], decor.plis ?? [], 'Le pli');
  (decor.plis ?? []).forEach((letter, index) => {
    checkLetter(names, letter, ['decor', 'plis', index]);
    if (!names.events.get(letter.id)?.pli) return;
    report.at(
      yaml,
      ['decor', 'plis', index, 'id'],
      'nom.double',
      `Le pli « ${letter.id} » porte le nom d’un pli du déroulé.`,
      'Donnez un autre identifiant à l’un des deux.'
    );
  });
  checkMail(names);
  checkAgenda(names);
  checkOrders(names);
}

/** Folders inside each other have a first one: a circle of them would be nowhere on the desk. Told once per circle. */
function checkNesting({ source, report, yaml }: Names): void {
  const folders = source.decor.dossiers ?? [];
  const parents = new Map(folders.map(({ id, parent }) => [id, parent]));
  const seen = new Set<string>();
  folders.forEach(({ id }) => {
    const above: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = parents.get(at)) {
      seen.add(at);
      above.push(at);
    }
    const last = above.at(-1);
    const back = last === undefined ? undefined : parents.get(last);
    if (back === undefined || !above.includes(back)) return;
    const circle = above.slice(above.indexOf(back));
    report.at(
      yaml,
      ['decor', 'dossiers', folders.findIndex((folder) => folder.id === back), 'parent'],
      'dossier.boucle',
      circle.length === 1
        ? `Le dossier « ${back} » se contient lui-même.`
        : `Ces dossiers se contiennent l’un l’autre : ${circle.join(', ')}.`,
      'Retirez « parent » à l’un d’eux : il sera à la racine.'
    );
  });
}

function checkMail(names: Names): void {
  const { decor } = names.source;
  const path = ['decor', 'courrier', 'messages'];
  const messages = decor.courrier?.messages ?? [];
  names.unique(path, messages, 'Le message');
  const boxes = ['Réception', 'Envoyés', 'Brouillons', 'Corbeille', ...(decor.courrier?.dossiers ?? [])];
  messages.forEach((message, index) => {
    names.person([...path, index, 'de'], message.de, true);
    for (const key of ['a', 'cc'] as const)
      (message[key] ?? []).forEach((id, at) => names.person([...path, index, key, at], id, true));
    names.known(
      [...path, index, 'dossier'],
      'nom.dossier',
      'Dans la messagerie, le dossier',
      message.dossier,
      boxes
    );
    (message.pieces ?? []).forEach((piece, at) => names.piece([...path, index, 'pieces', at], piece));
  });
}

function checkAgenda(names: Names): void {
  const { source, report, yaml } = names;
  const agenda = source.decor.agenda;
  if (!agenda) return;
  const path = ['decor', 'agenda', 'calendriers'];
  names.unique(path, agenda.calendriers, 'Le calendrier');
  agenda.calendriers.forEach((calendar, index) => {
    names.person([...path, index, 'personne'], calendar.personne);
    if ((calendar.personne === undefined) === (calendar.salle === undefined))
      report.at(
        yaml,
        [...path, index],
        'agenda.calendrier',
        'Un calendrier est celui d’une personne ou d’une salle.',
        'Gardez un seul de « personne » et « salle ».'
      );
  });
  const calendars = agenda.calendriers.map(({ id }) => id);
  const items = agenda.rendez_vous ?? [];
  const at = ['decor', 'agenda', 'rendez_vous'];
  names.unique(at, items, 'Le rendez-vous');
  items.forEach((item, index) => {
    item.calendriers.forEach((id, place) =>
      names.known([...at, index, 'calendriers', place], 'nom.calendrier', 'Le calendrier', id, calendars)
    );
    const start = parseStory(item.debut);
    const end = parseStory(item.fin);
    if (start !== null && end !== null && end <= start)
      report.at(
        yaml,
        [...at, index, 'fin'],
        'temps.date',
        'Ce rendez-vous ne finit pas après son début.',
        'Corrigez « debut » ou « fin ».'
      );
  });
}

function checkOrders(names: Names): void {
  const orders = names.source.decor.commandes;
  if (!orders) return;
  const path = ['decor', 'commandes'];
  names.unique([...path, 'clients'], orders.clients, 'Le client');
  names.unique([...path, 'articles'], orders.articles, 'L’article');
  names.unique([...path, 'documents'], orders.documents ?? [], 'La pièce commerciale');
  const clients = orders.clients.map(({ id }) => id);
  const articles = orders.articles.map(({ id }) => id);
  const documents = (orders.documents ?? []).map(({ id }) => id);
  (orders.documents ?? []).forEach((document, index) => {
    const at = [...path, 'documents', index];
    names.known([...at, 'client'], 'nom.client', 'Le client', document.client, clients);
    names.known([...at, 'origine'], 'nom.document', 'La pièce commerciale', document.origine, documents);
    document.lignes.forEach((line, row) => {
      names.known([...at, 'lignes', row, 'article'], 'nom.article', 'L’article', line.article, articles);
      if (line.article === undefined && (line.designation === undefined || line.prix === undefined))
        names.report.at(
          names.yaml,
          [...at, 'lignes', row],
          'commande.ligne',
          'Une ligne sans article a besoin d’une désignation et d’un prix.',
          'Ajoutez « designation » et « prix », ou « article ».'
        );
    });
  });
  (orders.notes ?? []).forEach((note, index) =>
    names.known([...path, 'notes', index, 'client'], 'nom.client', 'Le client', note.client, clients)
  );
}
