import type { SandboxDispute } from '../books/disputes.store.js';
import { saveDispute } from '../books/disputes.store.js';
import { readFile } from '../books/files.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { EVIDENCE_FIELDS, FILE_FIELDS } from '../objects/dispute-object.js';
import { missing, StripeProblem } from '../stripe-problem.js';
import { announce, type Doing } from './announce.js';
import { showDispute } from './show-objects.js';

/** Stripe's limit for all text of one dispute together. */
const TEXT_MAX = 150_000;
const KNOWN: ReadonlySet<string> = new Set(EVIDENCE_FIELDS);

export interface Answer {
  readonly evidence: Readonly<Record<string, string>>;
  readonly submit: boolean;
}

/** Keeps the evidence; with `submit` it goes to the issuer, once. */
export async function answerDispute(
  doing: Doing,
  { dispute, payment }: { dispute: SandboxDispute; payment: SandboxPayment },
  { evidence, submit }: Answer,
): Promise<object> {
  const { tx, at } = doing;
  if (dispute.status !== 'needs_response' && dispute.status !== 'warning_needs_response')
    throw closed(dispute, 'This dispute is no longer waiting for a response.');
  if (at > dispute.dueAt) throw closed(dispute, 'The deadline for this dispute has passed.');
  await check(doing, evidence);
  const merged = Object.fromEntries(
    Object.entries({ ...dispute.evidence, ...evidence }).filter(([, value]) => value !== ''),
  );
  const inquiry = dispute.caseType === 'inquiry';
  const { decideAfterMs } = dispute;
  const answered: SandboxDispute = {
    ...dispute,
    evidence: merged,
    ...(submit && {
      status: inquiry ? ('warning_under_review' as const) : ('under_review' as const),
      submissions: 1,
      decideAt: decideAfterMs === null ? null : at + decideAfterMs,
    }),
  };
  await saveDispute(tx, answered);
  const shown = await showDispute(tx, answered, { payment, now: at });
  await announce(doing, 'charge.dispute.updated', shown);
  return shown;
}

/** Giving up: the money stays where it is. */
export async function closeDispute(
  doing: Doing,
  { dispute, payment }: { dispute: SandboxDispute; payment: SandboxPayment },
): Promise<object> {
  const { tx, at } = doing;
  if (dispute.status !== 'needs_response' && dispute.status !== 'warning_needs_response')
    throw closed(dispute, 'This dispute is already closed.');
  const inquiry = dispute.caseType === 'inquiry';
  const lost: SandboxDispute = {
    ...dispute,
    status: inquiry ? 'warning_closed' : 'lost',
    decideAt: null,
  };
  await saveDispute(tx, lost);
  const shown = await showDispute(tx, lost, { payment, now: at });
  await announce(doing, 'charge.dispute.closed', shown);
  return shown;
}

async function check({ tx }: Doing, evidence: Answer['evidence']): Promise<void> {
  let text = 0;
  for (const [field, value] of Object.entries(evidence)) {
    if (!KNOWN.has(field))
      throw new StripeProblem(
        400,
        'parameter_unknown',
        `Received unknown parameter: evidence[${field}]`,
        `evidence[${field}]`,
      );
    if (!FILE_FIELDS.has(field)) text += value.length;
    else if (value !== '' && !(await readFile(tx, value)))
      throw missing('file upload', value, `evidence[${field}]`);
  }
  if (text > TEXT_MAX)
    throw new StripeProblem(
      400,
      'parameter_invalid',
      `The evidence has ${text} characters; at most ${TEXT_MAX} are taken.`,
      'evidence',
    );
}

const closed = ({ disputeId }: SandboxDispute, message: string): StripeProblem =>
  new StripeProblem(400, 'dispute_not_open', `${disputeId}: ${message}`);
