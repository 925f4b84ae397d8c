import type { Role } from './account';

const HOMES: Readonly<Record<Role, string>> = {
  candidate: '/poste',
  proctor: '/surveillance',
  juror: '/jury',
  head: '/sessions',
  author: '/atelier'
};

/** Where somebody arrives after the access code. */
export const homeOf = (role: Role): string => HOMES[role];
