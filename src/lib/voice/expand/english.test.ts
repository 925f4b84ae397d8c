import { describe, expect, it } from 'vitest';
import { expandEnglish } from './english';

describe('an English text as it is said', () => {
  it.each([
    ['Mr Brown and Mrs. Green, Ms Carter', 'mister Brown and missis Green, miz Carter'],
    ['at 10:30', 'at ten thirty'],
    ['at 10:05 am, 3pm, 9:00', "at ten oh five a m, three p m, nine o'clock"],
    ['at 10:00 p.m. sharp', 'at ten p m sharp'],
    ['£1,250.40', 'one thousand two hundred and fifty pounds forty'],
    ['£1 or €12.50 or $0.80', 'one pound or twelve euros fifty or eighty cents'],
    ['1,250 €', 'one thousand two hundred and fifty euros'],
    ['12.5% off', 'twelve point five per cent off'],
    ['on 12 March 2026', 'on the twelfth of March twenty twenty-six'],
    ['on March 3', 'on March the third'],
    ['the 1st, the 22nd, the 30th', 'the first, the twenty-second, the thirtieth'],
    ['in 2005 and 1999', 'in two thousand and five and nineteen ninety-nine'],
    ['+44 20 7946 0018', 'plus four four, two oh, seven nine four six, oh oh one eight'],
    ['order No. 12', 'order number twelve'],
    ['BL-0311', 'B L oh three one one'],
    ['Acme Ltd & Sons', 'Acme limited and Sons'],
    ['emily.carter@acme.co.uk', 'emily dot carter at acme dot co dot uk'],
    ['48 chairs, 12,500 plants', 'forty-eight chairs, twelve thousand five hundred plants'],
    ['1,005 boxes', 'one thousand and five boxes']
  ])('says « %s »', (written, said) => expect(expandEnglish(written)).toBe(said));

  it('cuts what is no word, and reads long figures one by one', () => {
    expect(expandEnglish('a'.repeat(70))).toBe(['a'.repeat(30), 'a'.repeat(30), 'a'.repeat(10)].join(' '));
    expect(expandEnglish('ref 12345678901\u0000')).toBe(
      'ref one two three four five six seven eight nine oh one'
    );
  });

  it('leaves words alone', () => {
    const text = "Good morning, I'd like to speak to the sales manager.";
    expect(expandEnglish(text)).toBe(text);
  });
});
