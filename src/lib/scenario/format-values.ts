import { z } from 'zod';

/** Words and values that every part of the format shares. Nothing is transformed here: `compile-values.ts` reads the texts. */

const text = (max: number) =>
  z.string('un texte est attendu').regex(/\S/, 'ce texte est vide').max(max, 'ce texte est trop long');

/** One line of text. */
export const line = text(300);
/** Running text, several lines. */
export const prose = text(20_000);

/** One, or a list of at least one. */
export const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

/** Identifier of the author's: lower-case letters without accents, digits, `_` and `-`. */
export const id = z
  .string('un identifiant est attendu')
  .regex(/^[a-z][a-z0-9_-]{0,59}$/, 'identifiant attendu : minuscules sans accent, chiffres, « _ » ou « - »')
  .meta({
    description: 'Identifiant : minuscules sans accent, chiffres, « _ » ou « - », ex. : demande_aubry'
  });

/** Exam time `00:05` or `00:05:30` (hours, minutes, seconds since the start). */
export const examTime = z
  .string('heure d’épreuve attendue entre guillemets, ex. : "00:05"')
  .regex(/^\d{2}:[0-5]\d(:[0-5]\d)?$/, 'heure d’épreuve attendue : "hh:mm" ou "hh:mm:ss", ex. : "00:05"')
  .meta({ description: 'Temps écoulé depuis le début de l’épreuve', examples: ['00:05', '00:12:30'] });

/** A length: `40 s`, `5 min`, `1 h`. */
export const duration = z
  .string('durée attendue, ex. : 40 s, 5 min')
  .regex(/^\d+ ?(s|min|h)$/, 'durée attendue : un nombre et une unité, ex. : 40 s, 5 min, 1 h')
  .meta({ description: 'Durée', examples: ['40 s', '5 min'] });

/** A fixed length, or one drawn between two (the same for the whole session when `tirage: commun`). */
export const delay = z
  .union(
    [duration, z.strictObject({ entre: z.tuple([duration, duration]) })],
    'délai attendu, ex. : 5 min ou { entre: [5 min, 8 min] }'
  )
  .meta({ description: 'Délai fixe, ou tiré au sort entre deux durées' });

/** Story day `2026-03-17`. */
export const storyDay = z
  .string('jour attendu entre guillemets, ex. : "2026-03-17"')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'jour attendu : "aaaa-mm-jj", ex. : "2026-03-17"');

/** Story instant `2026-03-17 08:32`. */
export const storyInstant = z
  .string('date et heure attendues entre guillemets, ex. : "2026-03-17 08:32"')
  .regex(
    /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
    'date et heure attendues : "aaaa-mm-jj hh:mm", ex. : "2026-03-17 08:32"'
  );

/** Amount in euros, at most two decimals. Compiled into cents. */
export const euros = z
  .number('montant attendu en euros, ex. : 62.50')
  .refine(
    (value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6,
    'un montant a deux décimales au plus'
  )
  .meta({ description: 'Montant en euros, avec un point décimal : 62.50' });

/** Percentage, at most two decimals. Compiled into basis points. */
export const percent = z
  .number('pourcentage attendu, ex. : 8 ou 5.5')
  .min(0, 'un pourcentage n’est pas négatif')
  .max(100, 'un pourcentage ne dépasse pas 100')
  .meta({ description: 'Pourcentage : 8 veut dire 8 %' });

/** Digits that must stay text. */
export const phone = z
  .string('numéro de téléphone attendu entre guillemets, ex. : "02 61 91 04 12"')
  .regex(/^[+\d][\d ]{1,19}$/, 'numéro de téléphone attendu, ex. : "02 61 91 04 12"');
export const extension = z
  .string('numéro de poste attendu entre guillemets, ex. : "201"')
  .regex(/^\d{2,6}$/, 'numéro de poste attendu, ex. : "201"');
export const email = z
  .string('adresse de courriel attendue')
  .regex(/^[^\s@]+@[^\s@]+\.[a-z]+$/i, 'adresse de courriel attendue, ex. : accueil@verdelis.example');
export const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'couleur attendue, ex. : "#2e6b3e"');
/** Name of a file of `pieces/`, sub-folders allowed. */
export const piece = line.meta({ description: 'Nom d’un fichier du dossier pieces/, ex. : BL-0311.pdf' });
export const postal = z.array(line).min(1, 'adresse vide');
export { text };
