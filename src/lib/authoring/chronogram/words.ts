import { formatDuration } from '../../kernel/format-fr';
import { factLabel } from '../forms/fact-words';
import type { Span } from './spans';

const ISSUES: Readonly<Record<string, string>> = {
  envoye: 'envoyé',
  arrive: 'arrivé',
  raccroche: 'le candidat raccroche',
  abandon: 'laissé trop longtemps en attente',
  messagerie: 'message vocal laissé',
  manque: 'manqué',
  coupe: 'coupé par la fin de l’épreuve',
  sans_reponse: 'sans réponse',
  econduit: 'éconduit',
  parti: 'parti, lassé d’attendre',
  silence: 'lassé du silence',
  rendue: 'remis',
  en_retard: 'en retard',
  rendue_tard: 'remis en retard',
  non_rendue: 'non remis',
  saute: 'sauté par le surveillant',
  sans_objet: 'jamais arrivé'
};

/** An outcome in words; the author's own names stay as they are. Empty for what is obvious. */
export const outcomeWords = (issue: string | null): string =>
  issue === null || issue === 'envoye' || issue === 'arrive'
    ? ''
    : (ISSUES[issue] ?? issue.replaceAll('_', ' '));

/** A name of the author's, in words when the format gives it one. */
export const issueWords = (issue: string): string => ISSUES[issue] ?? issue.replaceAll('_', ' ');

const WHAT: Readonly<Record<Span['what'], string>> = {
  ring: 'sonne',
  wait: 'attend',
  talk: 'conversation',
  point: ''
};

/** A bar in words: « sonne 40 s ». */
export const spanWords = ({ what, fromMs, toMs }: Span): string => {
  if (what === 'point') return '';
  const seconds = Math.round((toMs - fromMs) / 1000);
  return `${WHAT[what]} ${seconds < 60 ? `${seconds}\u00a0s` : formatDuration(toMs - fromMs)}`;
};

/** What starts an event, with facts in words: « quand : courriel.envoye » → « quand : le candidat envoie un courriel ». */
export const cueInWords = (cue: string): string =>
  cue
    .replace(/aucun ([a-z]+\.[a-z_]+) pendant (\d+ ?(?:s|min|h))\b/g, 'rien pendant $2 de ceci\u00a0: $1')
    .replace(/\b[a-z]+\.[a-z_]+/g, (name) => {
      const label = factLabel(name).replace(/^Il /, 'Le candidat ');
      return label.charAt(0).toLowerCase() + label.slice(1);
    })
    .replace(
      /\(([a-z][\w, -]*)\)/g,
      (_, issues: string) => `(${issues.split(', ').map(issueWords).join(', ')})`
    );

/** A fact of a recorded run in words. */
export const actWords = (fact: string): string => factLabel(fact).replace(/^Le candidat /, 'Il ');

/** A title on its own lane, which already says the channel: « Courriel de Claire Morvan : Comité » → « Claire Morvan : Comité ». */
export const shortTitle = (title: string): string =>
  title.replace(
    /^((?:Courriel|Appel|Message|Courrier) d(?:e |’)|Document déposé par|Visite\u00a0:|Annonce\u00a0:) ?/,
    ''
  );
