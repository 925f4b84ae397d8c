import { readFile } from 'node:fs/promises';
import { verifyArchive } from '../lib/review/archive/verify.server';

const USAGE = `Usage\u00a0: npm run archive -- verify FICHIER.zip [--cle EMPREINTE]

Vérifie une archive de copie\u00a0: le zip, l’enchaînement du journal, l’empreinte de chaque fichier et la signature.
--cle   empreinte de clé attendue, telle qu’elle est imprimée sur le procès-verbal.`;

/** Exit codes: 0 whole, 1 altered or unreadable, 2 wrong use. */
async function main(words: readonly string[]): Promise<number> {
  const [command, file, option, thumbprint, ...rest] = words;
  const optionIsRight = option === undefined || (option === '--cle' && thumbprint !== undefined);
  if (command !== 'verify' || file === undefined || !optionIsRight || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    console.error(`Archive illisible\u00a0: le fichier «\u00a0${file}\u00a0» n’a pas pu être lu.`);
    return 1;
  }
  const { whole, line } = await verifyArchive(bytes, thumbprint ?? null);
  (whole ? console.info : console.error)(line);
  return whole ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
