/** Why a juror may not correct a copy. */
export const RECUSAL_CAUSES = ['trainer', 'kin', 'other'] as const;
export type RecusalCause = (typeof RECUSAL_CAUSES)[number];

/** The causes as people say them, after a juror's name. */
export const RECUSAL_WORDS: Readonly<Record<RecusalCause, string>> = {
  trainer: 'a formé ce candidat',
  kin: 'a un lien personnel avec ce candidat',
  other: 's’est récusé ou est empêché'
};
