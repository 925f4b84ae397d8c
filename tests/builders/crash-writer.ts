import { draft } from './store';
import type { SittingId } from '../../src/lib/kernel/ids';
import { openDatabase } from '../../src/lib/server/db/open-database';

/** Child process of the crash test: appends for ever to the sittings it is given, and prints each acknowledgement. */
const [dataDir = '', ...sittings] = process.argv.slice(2);
const database = await openDatabase({ dataDir, databaseUrl: null });

async function appendForEver(sitting: SittingId): Promise<never> {
  for (;;) {
    const { n } = await database.log.head(sitting);
    const entries = [draft(n, { text: 'x'.repeat(500) }), draft(n + 1)];
    const written = await database.log.append({ sitting, expectedN: n, entries, nextDueAt: null });
    const last = written.entries.at(-1)!;
    process.stdout.write(`${sitting} ${last.n} ${last.hash}\n`);
  }
}

await Promise.all(sittings.map((sitting) => appendForEver(sitting as SittingId)));
