/** Kinds of incident of a room, for the record; the text says the rest. Written as `incident.noted` by the engine's door. */
export const INCIDENT_CATEGORIES = [
  'technical',
  'health',
  'conduct',
  'fraud',
  'organisation',
  'disturbance',
  'absence',
  'subject',
  'other'
] as const;
export type IncidentCategory = (typeof INCIDENT_CATEGORIES)[number];
