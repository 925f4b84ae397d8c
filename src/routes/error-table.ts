import { DomainError } from '$lib/kernel/domain-error';

/** What a refusal becomes for the outside: an HTTP status and a sentence in French that says what to do. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
}

/** Every expected refusal, by stable code. A code that is missing here answers 400. */
const TABLE: Readonly<Record<string, ErrorAnswer>> = {
  'access.signed-out': { status: 401, message: 'Entrez votre code d’accès pour continuer.' },
  'access.denied': { status: 403, message: 'Cette page n’est pas ouverte avec votre code d’accès.' },
  'access.foreign-origin': {
    status: 403,
    message: 'La demande vient d’un autre site et n’a pas été suivie.'
  },
  'login.malformed': {
    status: 400,
    message: 'Un code d’accès compte huit lettres et chiffres, par exemple K7QF-2MZD. Vérifiez votre saisie.'
  },
  'login.wrong-code': {
    status: 401,
    message: 'Ce code n’est pas reconnu. Vérifiez chaque caractère, ou demandez au surveillant.'
  },
  'login.blocked': { status: 429, message: 'Trop d’essais. Patientez avant de recommencer.' },
  'session.unknown': { status: 404, message: 'Cette session n’existe pas ou a été supprimée.' },
  'session.unknown-account': { status: 404, message: 'Cette personne ne fait pas partie de la session.' },
  'session.malformed': { status: 422, message: 'Un champ est vide ou mal rempli.' },
  'session.running': {
    status: 409,
    message: 'L’épreuve est en cours : la session ne peut pas être supprimée avant la fin.'
  },
  'session.unconfirmed': { status: 422, message: 'Tapez le mot SUPPRIMER pour confirmer.' },
  'session.no-scenario': { status: 422, message: 'Ce scénario n’est pas disponible sur ce serveur.' },
  'session.number-taken': { status: 409, message: 'Ce numéro de candidat est déjà pris dans la session.' },
  'session.demo-codes': {
    status: 409,
    message: 'Les codes de la démonstration ne changent pas : ils sont dans la console du serveur.'
  },
  'session.not-open': { status: 409, message: 'La session n’est pas encore ouverte. Patientez.' },
  'sitting.unknown': { status: 404, message: 'Cette passation n’existe pas.' },
  'sitting.not-yet': { status: 409, message: 'Ce n’est pas encore le moment : attendez le surveillant.' },
  'sitting.wrong-phase': { status: 409, message: 'La passation n’est plus dans l’état attendu.' },
  'sitting.sealed': { status: 409, message: 'La passation est archivée : elle ne change plus.' },
  'sitting.busy': { status: 503, message: 'Le serveur est très occupé. Un nouvel essai suit.' },
  'sitting.malformed': { status: 422, message: 'La demande est incomplète ou mal remplie.' },
  'sitting.not-opened': { status: 409, message: 'La passation n’est pas encore ouverte.' },
  'sitting.already-opened': { status: 409, message: 'La passation est déjà ouverte.' },
  'sitting.over': { status: 409, message: 'La passation est terminée.' },
  'sitting.not-started': { status: 409, message: 'La passation n’a pas encore commencé.' },
  'clock.already-started': { status: 409, message: 'La passation a déjà commencé.' },
  'clock.not-running': { status: 409, message: 'Le temps de cette passation est déjà arrêté.' },
  'clock.not-paused': { status: 409, message: 'Cette passation n’est pas en pause.' },
  'beat.unknown': { status: 404, message: 'Cet événement n’est pas dans le scénario.' },
  'command.malformed': { status: 422, message: 'Un champ est vide ou mal rempli.' },
  'command.not-confirmed': {
    status: 422,
    message: 'La confirmation saisie ne correspond pas : rien n’a été arrêté.'
  },
  'model.unknown': { status: 404, message: 'Cette application n’existe pas.' },
  'blob.unknown': { status: 404, message: 'Cette pièce n’existe pas.' },
  'blob.range': { status: 416, message: 'La partie demandée de la pièce n’existe pas.' },
  'scenario.unknown': {
    status: 500,
    message: 'Le scénario de cette session est introuvable sur le serveur.'
  },
  'draft.unknown': { status: 404, message: 'Ce scénario n’est pas sur l’étagère, ou il a été supprimé.' },
  'draft.unknown-version': { status: 404, message: 'Cette version n’existe pas.' },
  'draft.unknown-piece': { status: 404, message: 'Cette pièce ne fait pas partie du scénario.' },
  'draft.shipped': {
    status: 409,
    message: 'Ce scénario est fourni avec Plateau et ne change pas. Dupliquez-le pour en faire le vôtre.'
  },
  'draft.malformed': { status: 422, message: 'Un champ est vide ou mal rempli.' },
  'draft.too-large': { status: 413, message: 'Les textes du scénario dépassent 1 Mo.' },
  'draft.conflict': {
    status: 409,
    message: 'Quelqu’un a enregistré entre-temps. Rechargez la page pour voir sa version.'
  },
  'draft.name-taken': { status: 409, message: 'Un autre scénario porte déjà ce nom.' },
  'draft.has-errors': {
    status: 409,
    message: 'Le vérificateur signale des erreurs : corrigez-les avant de publier.'
  },
  'piece.name': {
    status: 422,
    message: 'Ce nom de fichier ne convient pas : ni « / » en tête, ni point au début, ni \\ : * ? " < > |.'
  },
  'piece.ending': { status: 422, message: 'Gardez la fin du nom du fichier : elle dit de quel type il est.' },
  'piece.name-taken': { status: 409, message: 'Une autre pièce porte déjà ce nom.' },
  'piece.type': {
    status: 415,
    message: 'Types acceptés : .docx, .xlsx, .pdf, .eml, .ics, .mp3, .png, .jpg, .csv, .vcf.'
  },
  'piece.content': {
    status: 422,
    message:
      'Le contenu du fichier n’est pas du type que son nom annonce. Enregistrez-le de nouveau sous le bon type.'
  },
  'piece.too-large': { status: 413, message: 'Ce fichier dépasse 10 Mo. Réduisez ses images ou coupez-le.' },
  'piece.unpacked': {
    status: 413,
    message:
      'Ce fichier contient bien plus que son poids ne le dit. Réduisez ses images et ses feuilles, puis recommencez.'
  },
  'piece.too-many': { status: 413, message: 'Les pièces du scénario dépassent 60 Mo, ou sont plus de 400.' },
  'voice.no-engine': {
    status: 503,
    message: 'Pas de moteur de voix sur cette machine. Enregistrez votre voix, ou téléversez un fichier.'
  },
  'voice.no-text': { status: 422, message: 'Écrivez d’abord ce qui est dit.' },
  'voice.text-too-long': {
    status: 422,
    message: 'Ce texte dépasse 1 200 caractères. Coupez-le en plusieurs répliques.'
  },
  'voice.sound': {
    status: 415,
    message: 'Ce fichier n’est pas un son que Plateau sait lire. Choisissez un .mp3 ou un .wav.'
  },
  'voice.sound-too-long': {
    status: 413,
    message: 'Ce son est trop long : trois minutes et 10 Mo au plus.'
  },
  'voice.busy': { status: 503, message: 'Trop de voix sont en préparation. Recommencez dans un instant.' },
  'voice.failed': { status: 500, message: 'La voix n’a pas pu être faite. Recommencez.' },
  'import.not-zip': { status: 415, message: 'Ce fichier n’est pas une archive .zip.' },
  'import.damaged': { status: 422, message: 'L’archive est abîmée ou incomplète. Faites-la de nouveau.' },
  'import.encrypted': { status: 422, message: 'L’archive est protégée par un mot de passe.' },
  'import.too-large': { status: 413, message: 'L’archive dépasse 60 Mo, ou contient plus de 60 Mo.' },
  'import.file-too-large': {
    status: 413,
    message: 'Un fichier de l’archive est trop lourd (10 Mo, ou 1 Mo de texte).'
  },
  'import.too-many-files': { status: 413, message: 'L’archive contient plus de 400 fichiers.' },
  'import.bomb': {
    status: 422,
    message: 'L’archive cache un contenu démesuré ou de fausses tailles : elle n’a pas été ouverte.'
  },
  'import.path': {
    status: 422,
    message: 'Un chemin de l’archive sort de son dossier ou porte un nom interdit.'
  },
  'import.name': {
    status: 422,
    message: 'Un nom de fichier de l’archive n’est pas lisible (UTF-8 attendu).'
  },
  'import.twice': { status: 422, message: 'Deux fichiers de l’archive ont le même nom.' },
  'import.symlink': { status: 422, message: 'L’archive contient un lien vers un autre fichier.' },
  'import.type': {
    status: 415,
    message:
      'Un scénario ne contient que scenario.yaml, grille.yaml, parcours/*.yaml et, dans pieces/, des .docx, .xlsx, .pdf, .eml, .ics, .mp3, .png, .jpg, .csv, .vcf.'
  },
  'import.content': {
    status: 422,
    message: 'Le contenu d’une pièce n’est pas du type que son nom annonce.'
  },
  'import.no-scenario': { status: 422, message: 'L’archive n’a pas de fichier scenario.yaml.' },
  'import.not-text': { status: 422, message: 'Un fichier .yaml de l’archive n’est pas du texte en UTF-8.' },
  'batch.malformed': { status: 400, message: 'L’envoi est illisible.' },
  'batch.too-large': { status: 413, message: 'L’envoi est trop volumineux.' },
  'event.unknown-type': { status: 422, message: 'Le serveur ne connaît pas ce geste.' },
  'event.not-yours': { status: 403, message: 'Ce geste n’appartient pas au candidat.' },
  'event.unknown-version': { status: 422, message: 'Le serveur ne connaît pas cette version du geste.' },
  'event.malformed': { status: 422, message: 'Le contenu du geste est mal formé.' },
  'outbox.gap': { status: 409, message: 'Des gestes plus anciens n’ont pas encore été reçus.' },
  'outbox.overlap': { status: 409, message: 'Une partie de ces gestes est déjà enregistrée.' },
  'outbox.foreign': { status: 403, message: 'Ces gestes viennent d’un autre poste.' },
  'tab.taken': { status: 409, message: 'Le poste a été ouvert ailleurs : cette page ne peut plus écrire.' },
  'log.conflict': { status: 503, message: 'Le serveur est très occupé. Un nouvel essai suit.' },
  'log.malformed': { status: 422, message: 'Le contenu de l’envoi est mal formé.' },
  'copy.unknown': { status: 404, message: 'Cette copie n’existe pas, ou elle n’est pas la vôtre.' },
  'copy.running': { status: 409, message: 'L’épreuve de cette copie n’est pas terminée.' },
  'copy.absent': {
    status: 409,
    message: 'Ce candidat n’a pas commencé l’épreuve : il n’y a rien à corriger.'
  },
  'copy.no-pair': { status: 409, message: 'Il faut deux jurés pour cette copie.' },
  'jury.malformed': { status: 422, message: 'Choisissez les jurés dans la liste.' },
  'jury.unknown': { status: 404, message: 'Cette copie ou ce juré ne fait pas partie de la session.' },
  'jury.same-twice': { status: 422, message: 'Il faut deux jurés différents pour une copie.' },
  'jury.recused': { status: 409, message: 'Un de ces jurés est récusé pour cette copie.' },
  'jury.closed': {
    status: 409,
    message: 'Les jurés de cette copie ont commencé à s’accorder : ils ne changent plus.'
  },
  'grid.malformed': { status: 422, message: 'La saisie est incomplète ou trop longue.' },
  'grid.unknown-criterion': { status: 422, message: 'Ce critère ne fait pas partie de la grille.' },
  'grid.sealed': { status: 409, message: 'Vos appréciations sont scellées.' },
  'grid.open': { status: 409, message: 'Vos appréciations ne sont pas scellées.' },
  'grid.incomplete': { status: 409, message: 'Des critères n’ont pas encore d’appréciation.' },
  'grid.agreed': {
    status: 409,
    message: 'L’accord est confirmé par les deux jurés : la grille ne s’ouvre plus.'
  },
  'agreement.not-sealed': {
    status: 403,
    message: 'L’accord s’ouvre quand les deux jurés ont scellé leurs appréciations.'
  },
  'agreement.no-difference': {
    status: 409,
    message: 'Les deux jurés ont la même appréciation sur ce critère.'
  },
  'agreement.unsettled': { status: 409, message: 'Des écarts n’ont pas encore de valeur accordée.' },
  'record.signed': { status: 409, message: 'Le procès-verbal est signé : plus rien ne change.' },
  'record.not-ready': { status: 409, message: 'Le procès-verbal n’est pas prêt.' },
  'record.changed': {
    status: 409,
    message: 'Le procès-verbal a changé depuis que vous l’avez ouvert. Relisez-le avant de signer.'
  },
  'record.wrong-code': { status: 403, message: 'Ce n’est pas votre code d’accès.' },
  'archive.not-signed': {
    status: 409,
    message: 'L’archive s’ouvre quand tous les jurés ont signé le procès-verbal.'
  }
};

/** Status and words of a refusal. */
export const answerOf = (error: DomainError): ErrorAnswer =>
  TABLE[error.code] ?? { status: 400, message: 'La demande n’a pas pu être suivie.' };

/** Body of an error of the API: code, words, and the few details that a client acts upon. */
export function errorBody(error: DomainError): Record<string, unknown> {
  const { expected, lastSeq, seconds, missing, name } = error.details;
  return { code: error.code, message: answerOf(error).message, expected, lastSeq, seconds, missing, name };
}

/** True for an expected refusal; anything else is a fault and goes to `handleError`. */
export const isRefusal = (error: unknown): error is DomainError => error instanceof DomainError;
