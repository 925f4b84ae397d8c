import type { BlobHash } from '../kernel/ids';
import type {
  AgendaDecor,
  Attachment,
  MailDecor,
  Person,
  Scene,
  SceneFile,
  SceneLetter
} from '../scene/scene';
import { addresses } from './compile-beats';
import { examMs } from './compile-values';
import { taskSheetOf } from './task-sheet';
import type { CompiledAttachment } from './compiled';
import type { Media } from './media';
import { letterOf } from './compile-world';
import type { ScenarioSource } from './format';
import { ordersOf } from './orders-of';
import type { Scope } from './scope';

/**
 * The candidate package: what a candidate may know before anything happens. It is built member by member from an
 * allow-list, so that a new key of the format stays hidden until somebody decides to show it here.
 */
export function sceneOf(scope: Scope, media: Media): Scene {
  const { source } = scope;
  const { entreprise: firm, poste: post } = source;
  return {
    scenario: { id: source.scenario, title: source.titre },
    storyStart: source.debut_fictif,
    durationMs: examMs(source.duree),
    firm: {
      name: firm.nom,
      legalForm: firm.forme,
      activity: firm.activite,
      address: firm.adresse,
      phone: firm.tel,
      email: firm.courriel,
      siren: firm.siren,
      vatNumber: firm.tva,
      ...(firm.capital && { capital: firm.capital }),
      ...(firm.penalites && { lateTerms: firm.penalites }),
      color: firm.couleur
    },
    post: { role: post.role, email: post.courriel, extension: post.poste, manager: post.responsable },
    people: peopleOf(scope),
    dossier: {
      sections: [
        ...source.dossier.sections.map(({ id, titre, texte }) => ({ id, title: titre, text: texte })),
        { id: 'delegation', title: 'Votre délégation', text: post.delegation }
      ],
      documents: (source.dossier.documents ?? []).map((id) => scope.fileKey(id))
    },
    tasks: source.taches.filter((task) => task.donnee_par === undefined).map(taskSheetOf),
    folders: (source.decor.dossiers ?? []).map(({ id, nom, parent }) => ({
      id,
      name: nom,
      parent: parent ?? null
    })),
    files: filesOf(scope, media),
    mail: mailOf(scope, media),
    agenda: agendaOf(scope),
    orders: ordersOf(source.decor.commandes),
    channels: channelsOf(source),
    letters: (source.decor.plis ?? []).map((letter) => ({
      id: scope.letterKey(letter.id),
      ...(letterOf(letter, media) as Omit<SceneLetter, 'id'>)
    }))
  };
}

const CHANNELS = { discussion: 'chat', accueil: 'reception', courrier: 'post' } as const;

/** The author's list; else what the script makes use of. */
function channelsOf({ poste, deroule, decor }: ScenarioSource): NonNullable<Scene['channels']> {
  const used = poste.applications ?? [
    ...(deroule.some((event) => event.discussion ?? event.annonce) ? (['discussion'] as const) : []),
    ...(deroule.some((event) => event.visite) ? (['accueil'] as const) : []),
    ...(decor.plis?.length || deroule.some((event) => event.pli) ? (['courrier'] as const) : [])
  ];
  return used.map((name) => CHANNELS[name]);
}

/** The directory: people that the author has not left out of it. */
function peopleOf({ source }: Scope): readonly Person[] {
  return Object.entries(source.personnes)
    .filter(([, person]) => person.annuaire !== false)
    .map(([id, person]) => ({
      id,
      name: person.nom,
      role: person.fonction,
      ...(person.organisation && { organisation: person.organisation }),
      ...(person.courriel && { email: person.courriel }),
      ...(person.tel && { phone: person.tel }),
      ...(person.poste && { extension: person.poste }),
      colleague: person.collegue ?? person.poste !== undefined
    }));
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.'));

function filesOf(scope: Scope, media: Media): readonly SceneFile[] {
  return (scope.source.decor.fichiers ?? []).map((file) => {
    const { name, kind, mediaType, size, blob, content } = media.attachment(file.piece);
    const shown = file.nom ?? name;
    return {
      id: scope.fileKey(file.id),
      name: shown.toLowerCase().endsWith(extensionOf(name).toLowerCase()) ? shown : shown + extensionOf(name),
      folder: file.dossier ?? null,
      kind,
      mediaType,
      blob: blob as BlobHash,
      size,
      ...(content !== undefined && { content })
    };
  });
}

/** An attachment of the script as the scene's types know it. */
export const sceneAttachment = (attachment: CompiledAttachment): Attachment => ({
  ...attachment,
  blob: attachment.blob as BlobHash
});

function mailOf(scope: Scope, media: Media): MailDecor {
  const { source } = scope;
  const decor = source.decor.courrier;
  return {
    address: source.poste.courriel,
    signature: source.poste.signature,
    folders: decor?.dossiers ?? [],
    messages: (decor?.messages ?? []).map((message) => {
      const cc = addresses(message.cc ?? [], scope);
      const sender = source.personnes[message.de];
      const fromPost = message.de === 'poste';
      return {
        id: scope.messageKey(message.id) ?? message.id,
        folder: message.dossier ?? 'Réception',
        from: fromPost
          ? { name: source.poste.role, email: source.poste.courriel }
          : { name: sender?.nom ?? message.de, email: sender?.courriel ?? '' },
        to: addresses(message.a ?? ['poste'], scope),
        ...(cc.length > 0 && { cc }),
        subject: message.objet,
        body: message.corps,
        at: message.le,
        read: message.lu ?? false,
        attachments: (message.pieces ?? []).map((name) => sceneAttachment(media.attachment(name)))
      };
    })
  };
}

function agendaOf({ source }: Scope): AgendaDecor {
  const decor = source.decor.agenda;
  return {
    calendars: (decor?.calendriers ?? []).map((calendar) => ({
      id: calendar.id,
      name: calendar.salle ?? source.personnes[calendar.personne ?? '']?.nom ?? calendar.id,
      kind: calendar.salle ? 'room' : 'person',
      ...(calendar.personne && { person: calendar.personne }),
      color: calendar.couleur,
      ...(calendar.places !== undefined && { capacity: calendar.places })
    })),
    appointments: (decor?.rendez_vous ?? []).map((item) => ({
      id: item.id,
      title: item.titre,
      calendars: item.calendriers,
      start: item.debut,
      end: item.fin,
      ...(item.journee && { allDay: true }),
      ...(item.lieu && { place: item.lieu }),
      ...(item.note && { note: item.note }),
      ...(item.verrouille && { fixed: true })
    }))
  };
}
