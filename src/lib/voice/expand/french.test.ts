import { describe, expect, it } from 'vitest';
import { expandFrench } from './french';
import { frenchNumber, frenchOrdinal } from './numbers-fr';

describe('numbers in French', () => {
  it.each([
    [0, 'zéro'],
    [16, 'seize'],
    [21, 'vingt et un'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [77, 'soixante-dix-sept'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [200, 'deux cents'],
    [1_000, 'mille'],
    [1_250, 'mille deux cent cinquante'],
    [80_000, 'quatre-vingt mille'],
    [200_000, 'deux cent mille'],
    [2_000_000, 'deux millions'],
    [1_000_000_000, 'un zéro zéro zéro zéro zéro zéro zéro zéro zéro']
  ])('says %d', (n, words) => expect(frenchNumber(n)).toBe(words));

  it.each([
    [1, 'premier'],
    [2, 'deuxième'],
    [4, 'quatrième'],
    [5, 'cinquième'],
    [9, 'neuvième'],
    [21, 'vingt et unième'],
    [80, 'quatre-vingtième']
  ])('says the ordinal of %d', (n, words) => expect(frenchOrdinal(n)).toBe(words));
});

describe('a French text as it is said', () => {
  it.each([
    ['À 10 h 30.', 'À dix heures trente.'],
    ['à 9 h', 'à neuf heures'],
    ['à 21 h 05, à 1 h', 'à vingt et une heures cinq, à une heure'],
    ['à 14:15', 'à quatorze heures quinze'],
    ['1 250,40 €', 'mille deux cent cinquante euros quarante'],
    ['1\u00a0250,40\u00a0€', 'mille deux cent cinquante euros quarante'],
    ['12,5 €', 'douze euros cinquante'],
    ['0,80 €', 'quatre-vingts centimes'],
    ['1 € ou 1 000 000 €', "un euro ou un million d'euros"],
    ['M. Aubry et Mme Castel', 'monsieur Aubry et madame Castel'],
    ['MM. Dupont', 'messieurs Dupont'],
    ['Me Roy, Dr Petit', 'maître Roy, docteur Petit'],
    ['le bon n° 12', 'le bon numéro douze'],
    ['02 40 12 05 88', 'zéro deux, quarante, douze, zéro cinq, quatre-vingt-huit'],
    ['au 02.40.12.00.88.', 'au zéro deux, quarante, douze, zéro zéro, quatre-vingt-huit.'],
    ['+33 6 12 34 56 78', 'plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit'],
    ['le 12/03/2026', 'le douze mars deux mille vingt-six'],
    ['le 1 avril, le 1er mai', 'le premier avril, le premier mai'],
    ['la 1re fois, la 2e, le 21ème', 'la première fois, la deuxième, le vingt et unième'],
    ['12,5 % ou 5 %', 'douze virgule cinq pour cent ou cinq pour cent'],
    ['45 min, 1 min, 3 kg, 12 m²', 'quarante-cinq minutes, une minute, trois kilos, douze mètres carrés'],
    ['BL-0311', 'bé elle zéro trois cent onze'],
    ['hors TVA, 3 HT', 'hors té vé a, trois ache té'],
    ['jean.aubry@verdelis.fr', 'jean point aubry arobase verdelis point fr'],
    ['« Bonjour » — dit-il…', 'Bonjour, dit-il...'],
    ['22 chaises sur 24', 'vingt-deux chaises sur vingt-quatre'],
    ['Dupont & Fils', 'Dupont et Fils'],
    ['<pitch level="300">Ah !', 'pitch level= trois cents Ah !'],
    ['12 500 plants', 'douze mille cinq cents plants']
  ])('says « %s »', (written, said) => expect(expandFrench(written)).toBe(said));

  it('cuts what is no word, and reads long figures one by one', () => {
    expect(expandFrench('a'.repeat(70))).toBe(['a'.repeat(30), 'a'.repeat(30), 'a'.repeat(10)].join(' '));
    expect(expandFrench('ref 12345678901\u0000')).toBe(
      'ref un deux trois quatre cinq six sept huit neuf zéro un'
    );
  });

  it('leaves words alone', () => {
    const text = "Bonjour, je vous rappelle au sujet de l'avoir. Merci !";
    expect(expandFrench(text)).toBe(text);
  });
});
