import { z } from 'zod';
import { suggestion, type Report } from './problem';
import type { Position, YamlSource } from './yaml-source';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** Keys that the format knows at a path, through lists, records and alternatives. */
function knownKeys(root: JsonSchema, path: readonly PropertyKey[]): readonly string[] {
  const flat = (schema: JsonSchema): readonly JsonSchema[] => {
    const named = schema.$ref ? root.$defs?.[schema.$ref.replace('#/$defs/', '')] : undefined;
    return named ? flat(named) : [schema, ...(schema.anyOf ?? []).flatMap(flat)];
  };
  let level = flat(root);
  for (const step of path)
    level = level.flatMap((schema) => {
      const below =
        typeof step === 'number'
          ? schema.items
          : (schema.properties?.[String(step)] ?? schema.additionalProperties);
      return typeof below === 'object' ? flat(below) : [];
    });
  return [...new Set(level.flatMap((schema) => Object.keys(schema.properties ?? {})))];
}

const samePlace = (one: Position, other: Position): boolean =>
  one.line === other.line && one.column === other.column;

/** The value at a path of parsed YAML. */
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null | undefined)?.[step], value);

/** A union refuses with one issue: go down to the alternative that understood most of the value. */
function deepest(
  issue: z.core.$ZodIssue,
  base: readonly PropertyKey[]
): { issue: z.core.$ZodIssue; path: PropertyKey[] } {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union') return { issue, path };
  const tails = issue.errors.flatMap((errors) => errors.slice(0, 1).map((error) => deepest(error, path)));
  const best = tails.filter(
    (tail) => tail.path.length > path.length || tail.issue.code === 'unrecognized_keys'
  );
  return best.sort((a, b) => b.path.length - a.path.length)[0] ?? { issue, path };
}

/** What to write instead: a union without words of its own says what its first alternative wants; a text has its quotes. */
function remedy(issue: z.core.$ZodIssue, value: unknown): string {
  const first = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  const said = first && issue.message === UNSAID ? first : issue;
  const words = `${said.message.charAt(0).toUpperCase()}${said.message.slice(1)}.`;
  const quoted = said.code === 'invalid_type' && said.expected === 'string';
  return quoted && (typeof value === 'number' || typeof value === 'boolean')
    ? `${words} Mettez-le entre guillemets : "${value}".`
    : words;
}
const UNSAID = 'Entrée invalide';

/**
 * Parses a YAML file by a schema and reports what does not fit: syntax, numbers that lost their zeros, unknown and
 * missing keys, wrong values. Returns the data when there is no error.
 */
export function parseChecked<S extends z.ZodType>(
  yaml: YamlSource,
  schema: S,
  report: Report
): z.infer<S> | null {
  for (const error of causes(yaml.errors)) reportSyntax(yaml, error, report);
  for (const { text, at } of yaml.lostNumbers)
    report.on(
      yaml.file,
      at,
      'yaml.guillemets',
      `« ${text} » est lu comme un nombre et perd son zéro.`,
      `Mettez-le entre guillemets : "${text}".`
    );
  if (yaml.errors.length) return null;
  const parsed = schema.safeParse(yaml.value, { error: z.locales.fr().localeError });
  if (parsed.success) return parsed.data;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  for (const raw of parsed.error.issues) {
    const { issue, path } = deepest(raw, []);
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report.at(
          yaml,
          [...path, key],
          'format.cle-inconnue',
          `La clé « ${key} » n’existe pas ici.`,
          valueAt(yaml.value, [...path, key]) === null
            ? 'Un texte qui contient une virgule ou « : » doit être entre guillemets.'
            : suggestion(key, knownKeys(json, path)),
          { key: true }
        );
    } else if (issue.code === 'invalid_key') {
      const key = String(path.at(-1));
      report.at(
        yaml,
        path,
        'format.identifiant',
        `« ${key} » n’est pas un identifiant valable.`,
        issue.issues[0]?.message ?? '',
        { key: true }
      );
    } else if (path.length && valueAt(yaml.value, path) === undefined) {
      const key = String(path.at(-1));
      report.at(
        yaml,
        path.slice(0, -1),
        'format.cle-manquante',
        `La clé « ${key} » manque.`,
        `Ajoutez « ${key} » : ${issue.message}.`
      );
    } else if (path.length === 0)
      report.on(
        yaml.file,
        { line: 1, column: 1 },
        'format.valeur',
        yaml.value === null ? 'Ce fichier est vide.' : 'Ce fichier n’est pas une suite de clés.',
        'Écrivez une clé par ligne, en commençant par « format: 1 ».'
      );
    else if (!yaml.lostNumbers.some(({ at }) => samePlace(at, yaml.locate(path))))
      report.at(
        yaml,
        path,
        'format.valeur',
        `Valeur refusée pour « ${path.filter((step) => typeof step === 'string').at(-1)} ».`,
        remedy(issue, valueAt(yaml.value, path))
      );
  }
  return null;
}

/** One slip makes the parser stumble several times: the first on each line says it, and a tab explains all that follows. */
function causes(errors: YamlSource['errors']): YamlSource['errors'] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const firsts = Map.groupBy(tabs.length > 0 ? tabs : errors, ({ at }) => at.line);
  return [...firsts.values()].map(([first]) => first!);
}

const SYNTAX: Readonly<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: ['Cette clé est écrite deux fois.', 'Gardez-en une seule.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'Un texte qui contient « : » doit être entre guillemets.',
    'Écrivez par exemple : objet: "Devis : menuiserie".'
  ],
  TAB_AS_INDENT: ['Une tabulation sert de retrait.', 'Remplacez-la par des espaces.'],
  BAD_INDENT: ['Le retrait de cette ligne ne convient pas.', 'Alignez-la avec les clés de même niveau.'],
  MISSING_CHAR: [
    'Un guillemet ou un crochet n’est pas fermé.',
    'Fermez-le, ou entourez tout le texte de guillemets.'
  ],
  ENCODING: [
    'Ce fichier n’est pas enregistré en UTF-8 : ses lettres accentuées seraient fausses.',
    'Enregistrez-le de nouveau en choisissant l’encodage UTF-8.'
  ],
  MULTIPLE_DOCS: [
    'Ce fichier contient deux documents, séparés par « --- ».',
    'Gardez-en un seul : retirez la ligne « --- ».'
  ],
  RESOURCE_EXHAUSTION: ['Trop de listes ou de clés s’emboîtent ici.', 'Réduisez le nombre de niveaux.'],
  BAD_SCALAR_START: [
    'Un texte ne peut pas commencer par ce signe.',
    'Mettez tout le texte entre guillemets.'
  ],
  BAD_DQ_ESCAPE: [
    'Entre guillemets doubles, « \\ » annonce un signe spécial qui n’existe pas.',
    'Doublez-le (« \\\\ »), ou employez des guillemets simples.'
  ],
  UNEXPECTED_TOKEN: [
    'Ce signe n’est pas à sa place.',
    'Vérifiez les crochets, les virgules et les guillemets de cette ligne et de la précédente.'
  ],
  BAD_ALIAS: [
    'Ce renvoi « * » ne désigne rien.',
    'Écrivez la valeur en clair, ou mettez le texte entre guillemets.'
  ],
  MULTILINE_IMPLICIT_KEY: [
    'Une clé tient sur une seule ligne.',
    'Vérifiez le « : » et les guillemets de cette ligne.'
  ],
  ALIAS: ['Trop de renvois « * » dans ce fichier.', 'Écrivez les valeurs en clair.']
};

function reportSyntax(yaml: YamlSource, error: YamlSource['errors'][number], report: Report): void {
  const [message, fix] = SYNTAX[error.code] ?? [
    `Ce fichier n’est pas du YAML correct (${error.code}).`,
    'Vérifiez les retraits, les guillemets et les crochets de cette ligne.'
  ];
  const code = error.code === 'ENCODING' ? 'yaml.encodage' : 'yaml.syntaxe';
  report.on(yaml.file, error.at, code, message, fix);
}
