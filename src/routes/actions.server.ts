import { fail, type ActionFailure } from '@sveltejs/kit';
import { answerOf, isRefusal } from './error-table';

/** What a form shows when its action was refused. */
export interface FormRefusal {
  code: string;
  message: string;
  /** Name of the first wrong field, when one is to blame. */
  field: string;
}

/** Runs the use case behind a form; a refusal comes back to the form with its words. */
export async function orFail<T>(work: () => Promise<T>): Promise<T | ActionFailure<FormRefusal>> {
  try {
    return await work();
  } catch (fault) {
    if (!isRefusal(fault)) throw fault;
    const { status, message } = answerOf(fault);
    return fail(status, { code: fault.code, message, field: String(fault.details.field ?? '') });
  }
}
