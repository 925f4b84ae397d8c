import * as v from 'valibot';

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

/** What a message slip says: the same for somebody who calls and for somebody who comes. */
export const slipFields = {
  slip: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** Scene person that the message is for. */
  to: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  caller: line,
  number: v.pipe(v.string(), v.maxLength(40)),
  subject: v.pipe(v.string(), v.maxLength(4000)),
  callBack: v.boolean(),
  urgent: v.boolean()
};

export interface SlipValues {
  readonly to: string;
  readonly caller: string;
  readonly number: string;
  readonly subject: string;
  readonly callBack: boolean;
  readonly urgent: boolean;
}
/** A slip that was taken. */
export interface Slip extends SlipValues {
  readonly id: string;
  /** Exam time. */
  readonly atMs: number;
}

/** All that a slip says in one text, for the script and the evidence. */
export const slipText = ({ caller, number, subject, callBack, urgent }: SlipValues): string =>
  [caller, number, subject, callBack ? 'à rappeler' : '', urgent ? 'urgent' : ''].filter(Boolean).join(' ');
