import author from '../../../docs/guides/auteur.md?raw';
import candidate from '../../../docs/guides/candidat.md?raw';
import juror from '../../../docs/guides/jury.md?raw';
import scenarioWriting from '../../../docs/guides/ecrire-un-scenario.md?raw';
import head from '../../../docs/guides/responsable.md?raw';
import proctor from '../../../docs/guides/surveillant.md?raw';
import { readGuide, type Guide } from './guide';

/** Every guide by its address under `/aide`, in the order of an exam day. */
export const GUIDES: ReadonlyMap<string, Guide> = new Map(
  Object.entries({
    candidat: candidate,
    surveillant: proctor,
    responsable: head,
    jury: juror,
    auteur: author,
    'ecrire-un-scenario': scenarioWriting
  }).map(([slug, text]) => [slug, readGuide(text)])
);
