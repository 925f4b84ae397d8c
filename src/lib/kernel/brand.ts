declare const brand: unique symbol;

/** A primitive that cannot be mistaken for another of the same shape, e.g. `Brand<string, 'SittingId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
