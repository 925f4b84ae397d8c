import type { VoiceKind } from './voices';

/** What the decor says of somebody who speaks. */
export interface Speaker {
  readonly id: string;
  readonly name: string;
  /** What they do, in French. */
  readonly role: string;
}

const HE =
  'Adrien|Alain|Alexandre|Antoine|Arthur|Benoît|Bernard|Bruno|Cédric|Christophe|Damien|Daniel|David|Denis|Didier|Éric|Fabien|Farid|Florian|François|Frédéric|Georges|Gérard|Gilles|Grégory|Guillaume|Hugo|Jacques|James|Jean|Jérôme|Joël|John|Julien|Karim|Kevin|Laurent|Louis|Luc|Lucas|Marc|Mathieu|Maxime|Mehdi|Michel|Mohamed|Nicolas|Olivier|Pascal|Patrick|Paul|Philippe|Pierre|Raphaël|Rémi|Robert|Romain|Samir|Sébastien|Serge|Simon|Stéphane|Thierry|Thomas|Tom|Vincent|William|Xavier|Yann|Yves';
const SHE =
  'Alice|Amélie|Anne|Audrey|Aurélie|Béatrice|Brigitte|Camille|Caroline|Catherine|Céline|Chantal|Charlotte|Chloé|Christine|Claire|Clara|Corinne|Delphine|Elizabeth|Élise|Élodie|Emily|Emma|Fanny|Fatima|Florence|Françoise|Hélène|Inès|Isabelle|Jane|Jeanne|Julie|Karine|Laura|Laurence|Léa|Lina|Louise|Lucie|Manon|Marie|Marion|Martine|Mary|Mathilde|Monique|Nadia|Nathalie|Nicole|Patricia|Pauline|Sabrina|Samira|Sandrine|Sarah|Sophie|Stéphanie|Sylvie|Valérie|Véronique|Virginie|Yasmine|Zoé';
const oneOf = (words: string) => new RegExp(String.raw`^(?:${words})(?![\p{L}])`, 'u');
const [FIRST_HE, FIRST_SHE] = [oneOf(HE), oneOf(SHE)];
const ROLE_SHE =
  /^(?:\S+(?:trice|euse|ère|ienne|ante|ente|ière)|gérante|cheffe|adjointe|future|cliente|avocate)(?!\p{L})/iu;

/**
 * The voice that somebody gets unless the author chooses another: by their civility, first name or the gender of what they do;
 * otherwise by their identifier, so that two persons often differ and the same one never changes.
 */
export function defaultVoice({ id, name, role }: Speaker): VoiceKind {
  if (/^(?:M\.|Mr\b)/.test(name) || FIRST_HE.test(name)) return 'grave';
  if (/^(?:Mme|Mlle|Mrs|Ms)\b/.test(name) || FIRST_SHE.test(name) || ROLE_SHE.test(role)) return 'claire';
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.codePointAt(0)!) % 65_521, 7);
  return sum % 2 ? 'grave' : 'claire';
}
