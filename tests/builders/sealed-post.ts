import { sha256 } from '../../src/lib/scenario/load.server';
import type { BlobHash } from '../../src/lib/kernel/ids';
import type { Piece, ScenarioFolder } from '../../src/lib/scenario/source';
import { exampleFolder } from './example-scenario';

/** A sheet whose name and bytes say what nobody may read before the letter is opened. */
function sheet(name: string): Piece {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${name}`);
  return { name, bytes, hash: sha256(bytes) as BlobHash, kind: 'pdf', mediaType: 'application/pdf' };
}

/** The sheets inside: of the letter of the tray, and of the one that comes at one minute. */
export const SHEETS = {
  tray: sheet('divorce-de-la-directrice.pdf'),
  later: sheet('lettre-de-licenciement.pdf')
} as const;

/** Everything that tells a sheet: its name and its hash. */
export const secretsOf = ({ name, hash }: Piece): readonly string[] => [name, hash];

/** The example of the documentation with two letters: `notaire` in the tray, `avocat` at one minute. `edit` plants a fault. */
export function sealedPost(edit = (text: string): string => text): ScenarioFolder {
  const folder = exampleFolder((texts) => {
    const tray = `decor:
  plis:
    - { id: notaire, expediteur: Étude Pineau, destinataire: Claire Morvan, mention: Personnel, contenu: [${SHEETS.tray.name}] }
`;
    const later = `deroule:
  - { id: avocat, a: "00:01", pli: { expediteur: Cabinet Roche, destinataire: Claire Morvan, contenu: [${SHEETS.later.name}] } }
  - { id: indiscret, quand: { fait: pli.ouvert, pli: notaire }, annonce: { titre: Ouverte, texte: Ouverte } }
`;
    texts.scenario = edit(texts.scenario.replace('decor:\n', tray).replace('deroule:\n', later));
  });
  const pieces = Object.values(SHEETS).map((piece) => [piece.name, piece] as const);
  return { ...folder, pieces: new Map([...folder.pieces, ...pieces]) };
}
