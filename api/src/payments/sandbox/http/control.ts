import { z } from 'zod';
import { behaviour, OPERATIONS } from '../behaviour.js';
import type { Sandbox } from '../sandbox.js';

const amount = z.int().positive().transform(BigInt);
const moment = z.iso.datetime({ offset: true }).transform(Date.parse);

const newPayment = z.strictObject({
  reference: z.string().min(1).max(255),
  amountMinor: amount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  country: z.string().length(2).default('US'),
  metadata: z.record(z.string(), z.string()).default({}),
});

export const disputeOrder = z.strictObject({
  reference: z.string(),
  caseType: z.enum(['inquiry', 'chargeback']).default('chargeback'),
  reason: z.string().default('fraudulent'),
  networkReasonCode: z.string().optional(),
  amountMinor: amount.nullish(),
  dueAt: moment.optional(),
  verdict: z.enum(['won', 'lost']).nullish(),
  decideAfterMs: z.int().min(0).nullish(),
});

const warning = z.strictObject({ reference: z.string(), fraudType: z.string().optional() });
const decision = z.strictObject({ verdict: z.enum(['won', 'lost']) });
const escalation = z.strictObject({ dueAt: moment.optional() });
const settlement = z.strictObject({
  status: z.enum(['succeeded', 'failed', 'canceled']),
  failureReason: z.string().nullable().default(null),
});
const misbehaviour = z.strictObject({
  operation: z.enum(OPERATIONS).default('refund'),
  behaviour,
  reference: z.string().optional(),
  calls: z.int().min(1).max(1_000).default(1),
});
const noticeMode = z.strictObject({
  held: z.boolean().optional(),
  delayMs: z.int().min(0).max(86_400_000).optional(),
  spreadMs: z.int().min(0).max(86_400_000).optional(),
  copies: z.int().min(1).max(10).optional(),
});

type Control = (sandbox: Sandbox, body: unknown, id: string) => Promise<unknown>;

/** What a demo, a script or a curious visitor can let happen: `POST /sandbox/<name>` or `/sandbox/<name>/<id>/<verb>`. */
export const CONTROLS: Readonly<Record<string, Control>> = {
  payments: (sandbox, body) => sandbox.takePayment(newPayment.parse(body)),
  disputes: (sandbox, body) => {
    const { reference, ...order } = disputeOrder.parse(body);
    return sandbox.openDispute(reference, order);
  },
  'disputes/decide': (sandbox, body, id) => sandbox.decide(id, decision.parse(body).verdict),
  'disputes/escalate': (sandbox, body, id) => sandbox.escalate(id, escalation.parse(body).dueAt),
  warnings: (sandbox, body) => {
    const { reference, fraudType } = warning.parse(body);
    return sandbox.warn(reference, fraudType);
  },
  'refunds/settle': (sandbox, body, id) => sandbox.settleRefund(id, settlement.parse(body)),
  behaviours: (sandbox, body) => {
    const { operation, behaviour: wanted, ...options } = misbehaviour.parse(body);
    return sandbox.misbehave(operation, wanted, options);
  },
  'notice-mode': (sandbox, body) =>
    sandbox.sendNotices(noticeMode.parse(body) as Parameters<Sandbox['sendNotices']>[0]),
};

/** The control a path names, and whom it is about. */
export function controlAt(path: string): { readonly control: Control; readonly id: string } | null {
  const [name = '', id = '', verb] = path.split('/').map(decodeURIComponent);
  const control = CONTROLS[verb === undefined ? name : `${name}/${verb}`];
  return control ? { control, id } : null;
}

/** Amounts as numbers, as everything here is small. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value ?? {}, (_, inner) => (typeof inner === 'bigint' ? Number(inner) : inner));
