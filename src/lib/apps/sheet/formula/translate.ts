import { ENGLISH, FRENCH, joinTokens, tokenize, type FormulaSyntax, type Token } from './tokens';

/** Names of one language → names of the other, in capitals. */
export type NameMap = ReadonlyMap<string, string>;

/** French names of functions and of errors, and the way back. */
export interface FormulaDictionary {
  readonly toEnglish: NameMap;
  readonly toFrench: NameMap;
}

const BOOLEANS = [
  ['VRAI', 'TRUE'],
  ['FAUX', 'FALSE']
] as const;
const ERRORS = [
  ['#NOM?', '#NAME?'],
  ['#VALEUR!', '#VALUE!'],
  ['#NOMBRE!', '#NUM!'],
  ['#NUL!', '#NULL!']
] as const;

/** A dictionary from pairs `[English, French]` of function names. */
export function formulaDictionary(functions: Iterable<readonly [string, string]>): FormulaDictionary {
  const toEnglish = new Map<string, string>();
  const toFrench = new Map<string, string>();
  for (const [english, french] of functions) {
    if (!french) continue;
    toEnglish.set(french.toUpperCase(), english.toUpperCase());
    toFrench.set(english.toUpperCase(), french.toUpperCase());
  }
  for (const [french, english] of [...BOOLEANS, ...ERRORS]) {
    toEnglish.set(french, english);
    toFrench.set(english, french);
  }
  return { toEnglish, toFrench };
}

/** Excel writes newer functions with a prefix inside files. */
const PREFIX = /^_xlfn\.(?:_xlws\.)?/i;
const PREFIXED = new Set(
  'AVERAGEIFS CONCAT FILTER IFNA IFS MAXIFS MINIFS SORT SWITCH TEXTJOIN UNIQUE XLOOKUP DAYS ISOWEEKNUM XOR'
    .split(' ')
    .filter((name) => name !== 'AVERAGEIFS')
);

function translate(formula: string, from: FormulaSyntax, to: FormulaSyntax, names: NameMap): string {
  const word = (token: Token): string => {
    switch (token.kind) {
      case 'separator':
        return to.argument;
      case 'number':
        return token.text.replace(from.decimal, to.decimal);
      case 'function':
      case 'name':
      case 'error': {
        const plain = token.text.replace(PREFIX, '');
        return names.get(plain.toUpperCase()) ?? plain;
      }
      case 'space':
        return ' ';
      default:
        return token.text;
    }
  };
  return joinTokens(tokenize(formula, from).map((token) => ({ ...token, text: word(token) })));
}

/** `=SOMME(A1;1,5)` → `=SUM(A1,1.5)`. With `file`, newer functions carry the prefix that Excel expects inside a file. */
export function toEnglish(formula: string, { toEnglish }: FormulaDictionary, file = false): string {
  const english = translate(formula, FRENCH, ENGLISH, toEnglish);
  if (!file) return english;
  return joinTokens(
    tokenize(english, ENGLISH).map((token) =>
      token.kind === 'function' && PREFIXED.has(token.text.toUpperCase())
        ? { ...token, text: `_xlfn.${token.text}` }
        : token
    )
  );
}

/** `=SUM(A1,1.5)` → `=SOMME(A1;1,5)`. */
export const toFrench = (formula: string, { toFrench }: FormulaDictionary): string =>
  translate(formula, ENGLISH, FRENCH, toFrench);
