import { DomainError } from '$lib/kernel/domain-error';
import type { SessionId } from '$lib/kernel/ids';
import { recordPdf } from '$lib/review/record/record-pdf.server';
import { readRecord } from '$lib/review/record/record.server';
import { answer } from '../../../../answer.server';
import { juryOf } from '../../context.server';
import { download } from '../../download.server';
import type { RequestHandler } from './$types';

/** The record as a PDF/A, for the session’s jurors and its head, once every copy is agreed. */
export const GET: RequestHandler = ({ locals, params }) =>
  answer(async () => {
    const ctx = juryOf(locals);
    const { record, blockers } = await readRecord(ctx, locals.account, params.session as SessionId);
    if (!record) throw new DomainError('record.not-ready', `${blockers.length} copies`);
    const bytes = recordPdf(record, ctx.now());
    return download(bytes, 'application/pdf', `proces-verbal-${record.session.day}.pdf`, 'inline');
  });
