import { DomainError } from '$lib/kernel/domain-error';
import type { SessionId } from '$lib/kernel/ids';
import { candidatePdf } from '$lib/review/record/record-pdf.server';
import { readRecord } from '$lib/review/record/record.server';
import { answer } from '../../../../../../answer.server';
import { juryOf } from '../../../../context.server';
import { download } from '../../../../download.server';
import type { RequestHandler } from './$types';

/** One candidate’s sheet as a PDF/A, under the rules of the record. */
export const GET: RequestHandler = ({ locals, params }) =>
  answer(async () => {
    const ctx = juryOf(locals);
    const { record, blockers } = await readRecord(ctx, locals.account, params.session as SessionId);
    if (!record) throw new DomainError('record.not-ready', `${blockers.length} copies`);
    const bytes = candidatePdf(record, params.number, ctx.now());
    if (!bytes) throw new DomainError('copy.unknown');
    return download(bytes, 'application/pdf', `fiche-${params.number}.pdf`, 'inline');
  });
