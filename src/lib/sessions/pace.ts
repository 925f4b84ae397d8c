/** How many times faster than in an exam the clocks of a session may run: 1 is an exam, the others are rehearsals. */
export const PACES: readonly number[] = [1, 4, 10, 60];

/** « Répétition ×60 »; `null` for an exam. */
export const rehearsalWords = (pace: number): string | null => (pace > 1 ? `Répétition ×${pace}` : null);
