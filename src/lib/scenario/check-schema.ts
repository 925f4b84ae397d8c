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

/**
 * Parses a YAML file by a schema and reports what does not fit: syntax, numbers that lost their zeros, unknown and
 * missing keys, wrong values. Returns the data when there is no error.
 */
export function parseChecked<S extends z.ZodType>(
  yaml: YamlSource,
  schema: S,
  report: Report
): z.infer<S> | null {
  for (const error of yaml.errors) reportSyntax(yaml, error, report);
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
    } else if (!yaml.lostNumbers.some(({ at }) => samePlace(at, yaml.locate(path))))
      report.at(
        yaml,
        path,
        'format.valeur',
        `Valeur refusée pour « ${path.filter((step) => typeof step === 'string').at(-1)} ».`,
        `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.`
      );
  }
  return null;
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
    'Ce fichier n’est pas enregistré en UTF-8 : ses lettres accentuées seraient fausses.',
    'Enregistrez-le de nouveau en choisissant l’encodage UTF-8.'
  ],
  ALIAS: ['Trop de renvois « * » dans ce fichier.', 'Écrivez les valeurs en clair.']
};

function reportSyntax(yaml: YamlSource, error: YamlSource['errors'][number], report: Report): void {
  const [message, fix] = SYNTAX[error.code] ?? [
    `Ce fichier n’est pas du YAML correct (${error.code}).`,
    `Vérifiez les retraits, les guillemets et les crochets de cette ligne (${error.message}).`
  ];
  const code = error.code === 'ENCODING' ? 'yaml.encodage' : 'yaml.syntaxe';
  report.on(yaml.file, error.at, code, message, fix);
}
