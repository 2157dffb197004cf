import { z } from 'zod';

/** What may befall a call. The default is that it does what Stripe does, at once. */
export const behaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slow'), ms: z.int().min(0).max(120_000) }),
  z.strictObject({
    kind: z.literal('refuse'),
    code: z.string().default('insufficient_funds'),
    message: z.string().default('The sandbox was told to refuse this.'),
  }),
  z.strictObject({ kind: z.literal('unavailable') }),
  /** The connection dies before anything was done. */
  z.strictObject({ kind: z.literal('dies_before') }),
  /** It is done, and the connection dies; as often under the same key as said, then the answer comes through. */
  z.strictObject({ kind: z.literal('dies_after'), times: z.int().min(1).max(100).default(2) }),
  /** It is done, and no answer comes within the time. */
  z.strictObject({ kind: z.literal('silent_after'), ms: z.int().min(1).max(120_000).default(60_000) }),
  /** The refund stays on its way, until it is settled or for so long. */
  z.strictObject({ kind: z.literal('pends'), thenMs: z.int().min(0).nullable().default(null) }),
  /** The refund succeeds, and fails after all. */
  z.strictObject({
    kind: z.literal('fails_later'),
    ms: z.int().min(0).default(60_000),
    reason: z.string().default('expired_or_canceled_card'),
  }),
]);
export type Behaviour = z.output<typeof behaviour>;
export type BehaviourKind = Behaviour['kind'];

export const OPERATIONS = ['refund', 'find_refund', 'evidence', 'close_dispute', 'file', 'any'] as const;
export type Operation = (typeof OPERATIONS)[number];

/**
 * Refunds of these amounts misbehave by themselves, so that anybody can try them in the console: no package costs as much.
 * The same words under `sandbox` in the metadata of the call or of the payment do it for any amount.
 */
export const BEHAVIOUR_OF_AMOUNT: ReadonlyMap<bigint, BehaviourKind> = new Map([
  [1101n, 'slow'],
  [1102n, 'refuse'],
  [1103n, 'dies_after'],
  [1104n, 'fails_later'],
  [1105n, 'pends'],
  [1106n, 'unavailable'],
]);

const SLOW_MS = 5_000;

/** The behaviour with its usual settings; null for a word that is none. */
export const behaviourNamed = (kind: string | undefined): Behaviour | null =>
  behaviour.safeParse(kind === 'slow' ? { kind, ms: SLOW_MS } : { kind }).data ?? null;
