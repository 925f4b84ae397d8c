import { describe, it } from 'vitest';
import { expectOnly, plant, type Edit, type Fault } from '../../../tests/builders/planted-fault';

const run =
  (text: string): Edit =>
  (texts) => {
    texts.run = text;
  };
const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
const post = (value: string) =>
  plant('scenario', 'action: transfert, poste: "201"', `action: transfert, poste: ${value}`);

const FAULTS: readonly Fault[] = [
  ['format.valeur', run('# rien\n'), '# rien', 'vide'],
  ['format.valeur', run('- un\n- deux'), '- un', 'format'],
  ['yaml.guillemets', post('0203'), 'poste: 0203', '"0203"'],
  ['format.valeur', post('203'), 'poste: 203', 'guillemets'],
  [
    'format.valeur',
    plant('scenario', 'contient_tout: [aubry, "20"]', 'contient_tout: [aubry, 7730]'),
    '7730',
    '"7730"'
  ],
  ['yaml.syntaxe', plant('scenario', '  forme: SAS', '\tforme: SAS'), '\tforme', 'espaces'],
  ['yaml.syntaxe', run('format: 1\n---\ntitre: T'), '---', 'deux documents'],
  ['yaml.syntaxe', plant('scenario', 'documents: [cgv]', `documents: ${deep}`), 'documents: [[', 'niveaux'],
  ['yaml.syntaxe', plant('scenario', 'forme: SAS', 'forme: @SAS'), 'forme: @', 'guillemets'],
  ['yaml.syntaxe', plant('scenario', 'forme: SAS', 'forme: *SAS'), 'forme: *', 'en clair']
];

describe('what cannot be read is told once, in French, with its remedy', () => {
  it.each(FAULTS)('%s', (...fault) => expectOnly(fault));
});
