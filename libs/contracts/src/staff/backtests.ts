import {
  BACKTEST_BASELINES,
  BACKTEST_STATUSES,
  MAX_SLICE_DAYS,
  RULE_EFFECTS,
  RULE_GROUPS,
  RULE_MODES,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { country, instant, longText, shortText, storableText } from '../primitives.js';
import { backtestFigures } from './backtest-results.js';

const DAY_MS = 86_400_000;
const kind = z.enum(TRANSACTION_KINDS);
const key = storableText(64).min(1);

/** A rule as somebody writes it. What is wrong with its condition is told with the position. */
export const ruleUnderTest = z
  .strictObject({
    key,
    group: z.enum(RULE_GROUPS).default('lists'),
    description: longText.default(''),
    kinds: z.array(kind).min(1).nullish(),
    condition: storableText(2_000).min(1),
    effect: z.enum(RULE_EFFECTS),
    score: z.int(),
    mode: z.enum(RULE_MODES).default('live'),
    reasonCode: storableText(64).min(1).default('rule.trial'),
    message: shortText.default(''),
  })
  .meta({ id: 'RuleUnderTest' });
export type RuleUnderTest = z.infer<typeof ruleUnderTest>;

const MAX_RULES = 300;

export const backtestTarget = z.discriminatedUnion('type', [
  /** A stored version, whatever its status. */
  z.strictObject({ type: z.literal('version'), version: z.int().min(1) }),
  /** A ruleset nobody has saved. */
  z.strictObject({
    type: z.literal('draft'),
    reviewScore: z.int(),
    declineScore: z.int(),
    rules: z.array(ruleUnderTest).max(MAX_RULES),
  }),
  /** One rule, added to the live version or in place of the rule with its key there. */
  z.strictObject({ type: z.literal('rule'), rule: ruleUnderTest }),
]);

const slice = z
  .strictObject({
    from: instant,
    /** Not included; at the latest the moment of asking. */
    to: instant,
    kinds: z.array(kind).min(1).nullish(),
    countries: z.array(country).min(1).max(250).nullish(),
    /** Share of the accounts, always the same ones. */
    samplePercent: z.int().min(1).max(100).default(100),
  })
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), {
    message: 'must lie after from',
    path: ['to'],
  })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_SLICE_DAYS * DAY_MS, {
    message: `must lie within ${MAX_SLICE_DAYS} days after from`,
    path: ['to'],
  });

/** `POST /staff/backtests` */
export const backtestRequest = z
  .strictObject({
    name: shortText.trim().min(1),
    target: backtestTarget,
    slice,
    /** With what outcomes are compared: what was decided then, or what the live version says to the same facts. */
    baseline: z.enum(BACKTEST_BASELINES).default('decided'),
    /** Days after which a purchase nobody complained about counts as good. */
    maturityDays: z.int().min(1).max(365).default(30),
    /** Rules whose numbers are tried at every threshold; the rule under test always is. */
    tuneRules: z.array(key).max(5).default([]),
  })
  .meta({ id: 'BacktestRequest' });
export type BacktestRequest = z.infer<typeof backtestRequest>;

export const backtestActionRequest = z.strictObject({ reason: shortText.trim().min(1).optional() });
export type BacktestActionRequest = z.infer<typeof backtestActionRequest>;

const count = z.int().min(0);

/** A row of the staff list `backtests`. Filters: `id status createdById`. Sorts: `id createdAt`. */
export const staffBacktest = z
  .object({
    id: z.string(),
    name: z.string(),
    status: z.enum(BACKTEST_STATUSES),
    target: z.object({
      type: z.enum(['version', 'draft', 'rule']),
      version: z.int().nullable(),
      ruleKey: z.string().nullable(),
      ruleCount: z.int(),
    }),
    /** The version that was live when it was asked for. */
    liveVersion: z.int(),
    slice: z.object({
      from: instant,
      to: instant,
      kinds: z.array(kind).nullable(),
      countries: z.array(z.string()).nullable(),
      samplePercent: z.int(),
    }),
    baseline: z.enum(BACKTEST_BASELINES),
    maturityDays: z.int(),
    createdAt: instant,
    createdBy: z.object({ id: z.string(), name: z.string() }),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    /** Null while it waits for those before it. */
    progress: z
      .object({
        phase: z.enum(['warming_up', 'judging']),
        done: count,
        total: count,
        perSecond: count,
      })
      .nullable(),
    attempt: count,
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    figures: backtestFigures.nullable(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffBacktest' });
export type StaffBacktest = z.infer<typeof staffBacktest>;
