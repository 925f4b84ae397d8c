/** The one file that sets HyperFormula up, in French. */
import { HyperFormula, type ConfigParams, type RawTranslationPackage, type Sheets } from 'hyperformula';
import french from 'hyperformula/i18n/languages/frFR';
import { formulaDictionary, type FormulaDictionary } from '../formula/translate';
import { MAX_COLUMNS, MAX_ROWS } from '../workbook';
import { FrenchFunctions, type CalcContext } from './functions';
import { formatText } from './text-function';

const LANGUAGE = 'plateauFR';

/** The French pack, with what it has wrong or lacks. */
const pack: RawTranslationPackage = {
  ...french,
  langCode: LANGUAGE,
  errors: { ...french.errors, ERROR: '#ERREUR!', CYCLE: '#CYCLE!', SPILL: '#EPARS!' },
  functions: {
    ...french.functions,
    SWITCH: 'SI.MULTIPLE',
    MAXIFS: 'MAX.SI.ENS',
    MINIFS: 'MIN.SI.ENS',
    FILTER: 'FILTRE',
    AVERAGEIFS: 'MOYENNE.SI.ENS',
    RANK: 'RANG',
    CONCAT: 'CONCAT',
    LOOKUP: 'RECHERCHE'
  }
};

/** HyperFormula's registers are global to the page: they are filled once. */
function prepare(): void {
  if (HyperFormula.getRegisteredLanguagesCodes().includes(LANGUAGE)) return;
  HyperFormula.registerLanguage(LANGUAGE, pack);
  HyperFormula.registerFunctionPlugin(FrenchFunctions, { [LANGUAGE]: pack.functions });
}

const CONFIG: Partial<ConfigParams> = {
  licenseKey: 'gpl-v3',
  language: LANGUAGE,
  functionArgSeparator: ';',
  decimalSeparator: ',',
  thousandSeparator: ' ',
  dateFormats: ['DD/MM/YYYY', 'DD/MM/YY', 'YYYY-MM-DD'],
  currencySymbol: ['€'],
  localeLang: 'fr',
  maxRows: MAX_ROWS,
  maxColumns: MAX_COLUMNS,
  // The desk has its own undo, made of events.
  undoLimit: 0,
  stringifyCurrency: (value, code) => formatText(value, code)
};

/** French Excel writes the booleans without parentheses. */
const BOOLEANS = ['VRAI', 'FAUX'].map((name) => ({ name, expression: `=${name}()` }));

/** An engine that reads French formulas, filled with sheets by name; dates of the day come from the story. */
export function createEngine(sheets: Sheets, context: CalcContext): HyperFormula {
  prepare();
  return HyperFormula.buildFromSheets(sheets, { ...CONFIG, context }, BOOLEANS);
}

/** Functions that the engine computes, by their French names. */
export function functionNames(): readonly string[] {
  prepare();
  const known = new Set(HyperFormula.getRegisteredFunctionNames(LANGUAGE));
  return [...known].filter((name) => name && !name.startsWith('HF.')).sort();
}

/** The names of functions in both languages, for files, whose formulas are in English. */
export const dictionary: FormulaDictionary = formulaDictionary(
  Object.entries(pack.functions).map(([english, name]) => [english, name] as const)
);
