/** States in which an event has reached the candidate, or rings at their desk. */
export const READY = /^(delivered|arrived|line:|calling:)/;

/** State of an outgoing call in which only the candidate's dialling is missing. */
export const REACHABLE = 'reachable';
