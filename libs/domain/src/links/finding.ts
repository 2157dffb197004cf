/**
 * Something found among transfers that people who merely like each other seldom do: who takes part, by which transfers,
 * and how strongly it speaks. A finding is known by its key; found again it grows, it is not counted twice.
 */
import type { Instant } from '../kernel/time.js';
import type { TransferKind } from './transfer.js';

export const FINDING_KINDS = [
  'cycle',
  'self_gift',
  'funnel',
  'fan_out',
  'chain',
  'laundering',
  'farm',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is about coins that nobody paid for; a ring that is mostly that is a case of free coins. */
export const FREE_COIN_FINDINGS: readonly FindingKind[] = ['laundering', 'farm'];

export interface FindingEdge {
  readonly from: string;
  /** Null where the value leaves. */
  readonly to: string | null;
  readonly kind: TransferKind;
  readonly amount: number;
  readonly at: Instant;
  readonly transferId: string;
}

export interface Finding {
  readonly key: string;
  readonly kind: FindingKind;
  /** The account it is about first. */
  readonly members: readonly string[];
  readonly edges: readonly FindingEdge[];
  /** 0 … 1000. */
  readonly score: number;
  readonly amount: number;
  readonly at: Instant;
  /** What it saw, for the sentence that explains it. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** From here a finding makes or joins a ring. */
export const RING_SCORE = 400;

export const clampScore = (score: number): number => Math.max(0, Math.min(1_000, Math.round(score)));
