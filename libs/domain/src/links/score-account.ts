/**
 * How suspicious an account is by its links, 0 … 1000, and why. What was found counts most; unusual amounts, broken
 * habits and repetitions that nobody else shows count a little, and so does the company it keeps. Each part is named, so
 * that the sum can be explained and no part speaks twice.
 */
import type { Instant } from '../kernel/time.js';
import { clampScore, FINDING_KINDS, type FindingKind } from './finding.js';
import { faded, type LinkNode, type Partner, SIGNS, type Sign } from './link-node.js';

export interface ScorePart {
  readonly code: `finding.${FindingKind}` | `sign.${Sign}` | 'company';
  /** 0 … 1000. */
  readonly score: number;
}

export interface AccountScore {
  readonly score: number;
  /** The strongest first. */
  readonly parts: readonly ScorePart[];
}

const SIGN_WEIGHT: Readonly<Record<Sign, number>> = { oddAmount: 0.35, brokenHabit: 0.2, repetition: 0.25 };
const COMPANY_WEIGHT = 0.2;
/** So much suspicion among partners counts as much as company can. */
const FULL_COMPANY = 4;

/** What the account's own transfers say. */
export function ownScore(node: LinkNode, now: Instant): AccountScore {
  const parts: ScorePart[] = [];
  for (const kind of FINDING_KINDS) add(parts, `finding.${kind}`, faded(node.findings[kind], now));
  for (const sign of SIGNS) add(parts, `sign.${sign}`, SIGN_WEIGHT[sign] * faded(node.signs[sign], now));
  return combined(parts);
}

/** Adds the company it keeps: `ownScoreOf` tells what partners show themselves, so suspicion travels one step and no further. */
export function scoreAccount(
  node: LinkNode,
  now: Instant,
  ownScoreOf: (accountId: string) => number,
): AccountScore {
  const own = ownScore(node, now);
  let company = 0;
  for (const accountId of partnerIds(node)) company += (ownScoreOf(accountId) / 1_000) ** 2;
  const parts = [...own.parts];
  add(parts, 'company', COMPANY_WEIGHT * (1 - Math.exp(-company / FULL_COMPANY)));
  return combined(parts);
}

/** Everyone the account remembers dealing with, each once. */
export const partnerIds = ({ sent, received }: LinkNode): ReadonlySet<string> =>
  new Set([...sent.partners, ...received.partners].map((partner: Partner) => partner.accountId));

function add(parts: ScorePart[], code: ScorePart['code'], value: number): void {
  const score = clampScore(1_000 * value);
  if (score > 0) parts.push({ code, score });
}

function combined(parts: readonly ScorePart[]): AccountScore {
  let innocent = 1;
  for (const { score } of parts) innocent *= 1 - score / 1_000;
  return { score: clampScore(1_000 * (1 - innocent)), parts: [...parts].sort((a, b) => b.score - a.score) };
}
