/** States in which an event has reached the candidate, or rings at their desk. */
export const READY = /^(delivered|arrived|line:|calling:)/;
