import { formatDate, formatExamTime, formatHour } from '../../kernel/format-fr';
import { parseStory } from '../../kernel/story-time';
import { RECORD_TYP, SHEET_TYP } from '../pdf/documents.typ.server';
import { typesetPdf } from '../pdf/typst.server';
import type { ExamRecord, RecordedCandidate } from './record';

const NBSP = '\u00a0';

/** « 21 novembre 2026 à 15 h 04 », in the time zone of the server. */
export function wallWords(wall: number): string {
  const local = wall - new Date(wall).getTimezoneOffset() * 60_000;
  return `${formatDate(local)} à ${formatHour(local)}`;
}

const dayWords = (day: string): string => {
  const ms = parseStory(day);
  return ms === null ? day : formatDate(ms);
};

const sessionFacts = ({ session }: ExamRecord): readonly (readonly [string, string])[] => [
  ['Titre professionnel', `${session.title} (${session.referential})`],
  ['Session', session.name],
  ['Date', dayWords(session.day)],
  ['Centre', session.room ? `${session.centre}, ${session.room}` : session.centre]
];

/** Why the paper is worth nothing, `null` for an exam. */
const worthlessBecause = ({ demo, pace }: ExamRecord['session']): string | null =>
  demo ? 'Session de démonstration' : pace ? `Répétition à vitesse ×${pace}` : null;

const eventsOf = (candidate: RecordedCandidate) =>
  candidate.facts.map(({ t, text }) => ({ at: formatExamTime(t), text }));

const presence = ({ absent, extraTime }: RecordedCandidate): string =>
  absent ? 'Absent' : extraTime ? 'Présent, temps majoré' : 'Présent';

/** The record as a PDF/A. `now` (ms since 1970) is printed: « généré le … ». */
export function recordPdf(record: ExamRecord, now: number): Uint8Array {
  const data = {
    title: 'Procès-verbal de session',
    generated: `Procès-verbal généré le ${wallWords(now)}`,
    session: { name: record.session.name },
    worthless: worthlessBecause(record.session),
    facts: [...sessionFacts(record), ['Épreuve', 'Mise en situation professionnelle reconstituée']],
    candidates: record.candidates.map((candidate) => ({
      number: candidate.number,
      name: candidate.name,
      absent: candidate.absent,
      presence: presence(candidate),
      jurors: candidate.jurors.join(', '),
      results: candidate.results,
      motives: candidate.motives,
      events: eventsOf(candidate)
    })),
    jurors: record.jurors.map(({ name, signedAt }) => ({
      name,
      signed: signedAt === null ? 'Pas encore signé' : `Signé le ${wallWords(signedAt)}`
    })),
    digest: record.digest,
    thumbprint: record.keyThumbprint
  };
  return typesetPdf(RECORD_TYP, data, now);
}

/** One candidate’s sheet as a PDF/A; `null` when the record has no such number. */
export function candidatePdf(record: ExamRecord, number: string, now: number): Uint8Array | null {
  const candidate = record.candidates.find((one) => one.number === number);
  if (!candidate) return null;
  const facts = [
    ['Candidat', `${candidate.name} (n°${NBSP}${candidate.number})`],
    ['Présence', presence(candidate)],
    ...sessionFacts(record),
    ['Jurés', candidate.jurors.join(', ')]
  ];
  const data = {
    title: 'Fiche individuelle de résultats',
    generated: `Fiche générée le ${wallWords(now)}`,
    session: { name: record.session.name },
    facts,
    absent: candidate.absent,
    results: candidate.results,
    motives: candidate.motives,
    events: eventsOf(candidate)
  };
  return typesetPdf(SHEET_TYP, data, now);
}
