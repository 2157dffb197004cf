import { HEALTH_ALERTS, RULE_EFFECTS, RULE_MODES, TRANSACTION_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { instant } from '../primitives.js';
import { backtestKnob } from './backtest-results.js';

const count = z.int().min(0);
const share = z.number().min(0).max(1).nullable();

/** `?days=`: how far back; as many days before that are what it is compared with. */
export const ruleHealthQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(30) });
export type RuleHealthQuery = z.infer<typeof ruleHealthQuery>;

export const ruleHealth = z
  .object({
    key: z.string(),
    description: z.string(),
    mode: z.enum(RULE_MODES),
    effect: z.enum(RULE_EFFECTS),
    score: z.int(),
    kinds: z.array(z.enum(TRANSACTION_KINDS)).nullable(),
    /** Transactions of its kinds that rules were asked about. */
    asked: count,
    fired: count,
    failed: count,
    hitRate: share,
    hitRateBefore: share,
    /** Population stability index over fired and not fired. */
    stability: z.number().min(0),
    /** Labelled transactions it fired on. */
    fraud: count,
    good: count,
    precision: share,
    alerts: z.array(z.enum(HEALTH_ALERTS)),
    /** Fired per day, the oldest first. */
    days: z.array(z.object({ at: instant, asked: count, fired: count })),
  })
  .meta({ id: 'RuleHealth' });
export type RuleHealthView = z.infer<typeof ruleHealth>;

/** `GET /staff/rule-health` */
export const ruleHealthReport = z
  .object({
    /** Up to when decisions are counted; labels follow within minutes. */
    asOf: instant,
    days: z.int(),
    version: z.int(),
    /** Those that need somebody first. */
    rules: z.array(ruleHealth),
  })
  .meta({ id: 'RuleHealthReport' });
export type RuleHealthReport = z.infer<typeof ruleHealthReport>;

/** `GET /staff/rule-health/{key}` */
export const ruleHealthDetail = z
  .object({
    /** Of the latest transactions that were stopped and that it fired on, how often others fired as well. */
    overlap: z.object({
      looked: count,
      fired: count,
      rules: z.array(z.object({ key: z.string(), both: count })),
    }),
    /** Its numbers at every threshold, from the latest backtest that tried them. */
    curves: z
      .object({ backtestId: z.string(), finishedAt: instant, knobs: z.array(backtestKnob) })
      .nullable(),
    /** Some transactions on which it failed, of the last hour in which it did. */
    failures: z.array(z.object({ transactionId: z.string(), at: instant, message: z.string() })),
  })
  .meta({ id: 'RuleHealthDetail' });
export type RuleHealthDetail = z.infer<typeof ruleHealthDetail>;
