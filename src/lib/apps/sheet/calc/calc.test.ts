import { describe, expect, it } from 'vitest';
import { Calculator } from './engine';
import { dictionary, functionNames } from './vendor';
import { serialOf } from '../format/serial';
import { toEnglish, toFrench } from '../formula/translate';
import { displayText } from '../format/display';
import { meaningOf } from '../format/errors';
import { emptySheet, type Row, type Workbook } from '../workbook';

const workbook = (...rows: Row[]): Workbook => ({ sheets: [{ ...emptySheet('f1', 'Feuil1'), rows }] });
const context = { now: () => serialOf(2026, 3, 17)! + 0.5 };

function compute(formula: string, ...rows: Row[]): string {
  const book = workbook([formula], ...rows);
  const calculator = new Calculator(book, context);
  const sheet = book.sheets[0]!;
  const text = displayText(calculator.shown(sheet, 0, 0), calculator.resultFormat(sheet, 0, 0) ?? 'general');
  calculator.destroy();
  return text;
}

describe('a French Excel', () => {
  const table: Row[] = [
    ['Nord', 10, true],
    ['Sud', 20.5, false],
    ['Nord', 30, true],
    ['Nord', 'néant', true]
  ];
  it.each([
    ['=SOMME(B2:B5)', '60,5'],
    ['=SI(VRAI;"oui";"non")', 'oui'],
    ['=RECHERCHEV("Sud";A2:B5;2;FAUX)', '20,5'],
    ['=SOMME.SI.ENS(B2:B5;A2:A5;"Nord")', '40'],
    ['=MOYENNE.SI.ENS(B2:B5;A2:A5;"Nord")', '20'],
    ['=MOYENNE.SI.ENS(B2:B5;A2:A5;"Est")', '#DIV/0!'],
    ['=RANG(30;B2:B5)', '1'],
    ['=RANG(30;B2:B5;1)', '3'],
    ['=NB.SI(A2:A5;"Nord")', '3'],
    ['=MAX.SI.ENS(B2:B5;A2:A5;"Nord")', '30'],
    ['=SI.MULTIPLE(2;1;"un";2;"deux")', 'deux'],
    ['=CONCAT(A2:A3;1,5)', 'NordSud1,5'],
    ['=CONCATENER("a";1,5)', 'a1,5'],
    ['="Total : "&2,5', 'Total : 2,5'],
    ['=TEXTE(1235,54;"# ##0,00")', '1\u202f235,54'],
    ['=TEXTE(135,54;"0,00")', '135,54'],
    ['=TEXTE(46098;"jj/mm/aaaa")', '17/03/2026'],
    ['=TEXTE(46098;"jjjj j mmmm aaaa")', 'mardi 17 mars 2026'],
    ['=TEXTE(7;"000")', '007'],
    ['=TEXTE(0,2;"0 %")', '20 %'],
    ['=AUJOURDHUI()', '17/03/2026'],
    ['=DATE(2026;3;17)+30', '16/04/2026'],
    ['=FIN.MOIS(DATE(2026;2;3);0)', '28/02/2026'],
    ['=ARRONDI(2,345;2)', '2,35'],
    ['=RECHERCHE(20;B2:B4;A2:A4)', 'Nord'],
    ['=RECHERCHE(25;B2:B4)', '20,5'],
    ['=RECHERCHE("Sud";A2:B3)', '20,5'],
    ['=RECHERCHE(5;B2:B4)', '#N/A'],
    ['=RECHERCHEX("Sud";A2:A5;B2:B5)', '20,5'],
    ['=SI.CONDITIONS(B2>50;"haut";VRAI;"bas")', 'bas'],
    ['=NB.SI.ENS(A2:A5;"Nord";B2:B5;">15")', '1'],
    ['=MOYENNE.SI(B2:B4;">15")', '25,25'],
    ['=1/0', '#DIV/0!'],
    ['=TOTO(1)', '#NOM?'],
    ['=SIERREUR(1/0;"—")', '—'],
    ['=A9', '0'],
    ['=20%', '20\u00a0%']
  ])('%s gives %s', (formula, shown) => {
    expect(compute(formula, ...table)).toBe(shown);
  });

  it('draws the same number again, so that a replay shows what was seen', () => {
    const drawn = compute('=ALEA()');
    expect(Number(drawn.replace(',', '.'))).toBeLessThan(1);
    expect(compute('=ALEA()')).toBe(drawn);
    const die = Number(compute('=ALEA.ENTRE.BORNES(1;6)'));
    expect(die).toBeGreaterThanOrEqual(1);
    expect(die).toBeLessThanOrEqual(6);
    expect(compute('=ALEA.ENTRE.BORNES(1;6)')).toBe(String(die));
  });

  it('says in words what each error means', () => {
    const wrong = ['=TOTO(1)', '=1/0', '="a"*2', '=A1', '=EQUIV(9;A2:B2;0)', '=RACINE(-1)'];
    expect(wrong.filter((formula) => meaningOf(compute(formula, [1, 2])) === null)).toEqual([]);
    expect(meaningOf(compute('=TOTO(1)'))).toBe(
      '#NOM?\u00a0: fonction ou nom inconnu. Vérifiez l’orthographe\u00a0; un texte se met entre guillemets.'
    );
    expect(meaningOf('#rosier')).toBeNull();
  });

  it('keeps a text of digits a text', () => {
    expect(compute('=ESTTEXTE(A2)', ['0612345678'])).toBe('VRAI');
  });

  it('follows the next versions of a workbook', () => {
    const first = workbook([1, 2, '=A1+B1']);
    const calculator = new Calculator(first, context);
    const next = { sheets: [{ ...first.sheets[0]!, rows: [[1, 40, '=A1+B1']] }] };
    calculator.update(next);
    expect(calculator.shown(next.sheets[0]!, 0, 2)).toBe(41);
    const renamed = { sheets: [{ ...next.sheets[0]!, name: 'Ventes' }] };
    calculator.update(renamed);
    expect(calculator.shown(renamed.sheets[0]!, 0, 2)).toBe(41);
  });
});

describe('formulas in two languages', () => {
  it.each([
    ['=SOMME(A1:B2;1,5)', '=SUM(A1:B2,1.5)'],
    ['=SI(A1>=10,25;"a;b,c";FAUX)', '=IF(A1>=10.25,"a;b,c",FALSE)'],
    [
      '=SIERREUR(RECHERCHEV($A$1;\'Mars 2026\'!A:C;3;FAUX);"")',
      '=IFERROR(VLOOKUP($A$1,\'Mars 2026\'!A:C,3,FALSE),"")'
    ],
    ['=NB.SI(A1:A9;"dit ""oui""")', '=COUNTIF(A1:A9,"dit ""oui""")'],
    ['=MOYENNE.SI.ENS(B:B;A:A;VRAI)', '=AVERAGEIFS(B:B,A:A,TRUE)'],
    ['=#NOM?+#VALEUR!', '=#NAME?+#VALUE!'],
    ['=LOG10(A1)*10%', '=LOG10(A1)*10%']
  ])('%s is %s', (french, english) => {
    expect(toEnglish(french, dictionary)).toBe(english);
    expect(toFrench(english, dictionary)).toBe(french);
  });

  it('brings every function name back', () => {
    const known = functionNames().filter((name) => dictionary.toEnglish.has(name));
    expect(known.length).toBeGreaterThan(300);
    const lost = known.filter(
      (name) => toFrench(toEnglish(`=${name}(A1)`, dictionary), dictionary) !== `=${name}(A1)`
    );
    expect(lost).toEqual([]);
  });
});
