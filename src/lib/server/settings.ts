import { resolve } from 'node:path';
import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';

/** Exit code of a process whose settings are wrong (`EX_CONFIG` of sysexits.h). */
export const SETTINGS_EXIT_CODE = 78;

/** How the server runs: `demo` makes a ready session with codes shown on screen, `centre` starts empty. */
export type Mode = 'demo' | 'centre';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Public origin when a proxy stands in front, `https://examen.example.fr`; `null` when visitors reach the server itself. */
  readonly origin: string | null;
  /** Absolute path of the folder of the database, blobs and backups. */
  readonly dataDir: string;
  /** PostgreSQL ≥ 15; `null` for the embedded SQLite. */
  readonly databaseUrl: string | null;
  readonly handsontableLicenseKey: string | null;
  readonly mode: Mode;
}

/** One thing wrong in the environment, said in both languages on one line each. */
export interface SettingProblem {
  readonly name: string;
  readonly english: string;
  readonly french: string;
}

/** Both languages travel in one message of the schema, parted by this sign. */
const LANGUAGES = '\u0000';
const say = (english: string, french: string) => english + LANGUAGES + french;

const port = v.pipe(
  v.string(),
  v.check(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    say('must be a whole number from 0 to 65535', 'doit être un nombre entier de 0 à 65535')
  ),
  v.transform(Number)
);
const host = v.pipe(
  v.string(),
  v.regex(
    /^[\w.:-]+$/,
    say(
      'must be an address or a host name alone, such as 0.0.0.0',
      'doit être une adresse ou un nom de machine seul, par exemple 0.0.0.0'
    )
  )
);
const origin = v.pipe(
  v.string(),
  v.check(
    isOrigin,
    say(
      'must be http:// or https:// and a host, without a path',
      'doit être http:// ou https:// suivi d’un nom de machine, sans chemin'
    )
  )
);
const databaseUrl = v.pipe(
  v.string(),
  v.regex(
    /^postgres(ql)?:\/\/.+/,
    say(
      'must be a postgres:// address (leave it out for the embedded SQLite)',
      'doit être une adresse postgres:// (à omettre pour la base SQLite embarquée)'
    )
  )
);
const mode = v.picklist(
  ['demo', 'centre'],
  say('must be "demo" or "centre"', 'doit valoir « demo » ou « centre »')
);

const environment = v.object({
  PORT: v.optional(port, '4600'),
  HOST: v.optional(host, '127.0.0.1'),
  ORIGIN: v.optional(origin),
  DATA_DIR: v.optional(v.string(), 'data'),
  DATABASE_URL: v.optional(databaseUrl),
  HANDSONTABLE_LICENSE_KEY: v.optional(v.string()),
  PLATEAU_MODE: v.optional(mode, 'centre')
});

/**
 * Reads the settings from environment variables; an empty variable counts as absent.
 * @throws DomainError `settings.invalid` with every problem at once (`details.problems: SettingProblem[]`), whose
 *   message is one line per problem and language. Exit with {@link SETTINGS_EXIT_CODE}.
 */
export function loadSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '')
  );
  const result = v.safeParse(environment, given);
  if (!result.success) {
    const problems = result.issues.map((issue) =>
      describe(v.getDotPath(issue) ?? '', issue.message, issue.input)
    );
    const lines = problems.flatMap(({ english, french }) => [english, french]);
    throw new DomainError('settings.invalid', lines.join('\n'), { problems });
  }
  const values = result.output;
  return {
    port: values.PORT,
    host: values.HOST,
    origin: values.ORIGIN?.replace(/\/$/, '') ?? null,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    handsontableLicenseKey: values.HANDSONTABLE_LICENSE_KEY ?? null,
    mode: values.PLATEAU_MODE
  };
}

/** A database address holds a password: it is never repeated. */
function describe(name: string, message: string, input: unknown): SettingProblem {
  const [english = message, french = message] = message.split(LANGUAGES);
  const secret = name === 'DATABASE_URL';
  return {
    name,
    english: `${name} ${english}${secret ? '' : `, not "${String(input)}"`}`,
    french: `${name} ${french}${secret ? '' : `, et non « ${String(input)} »`}`
  };
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '').toLowerCase();
}
