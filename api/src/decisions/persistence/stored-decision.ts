import type { DecisionAnswer, WalletView } from '@coinwarden/contracts';
import {
  coinBalances,
  diamondBalances,
  LIMIT_LAYERS,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitRoom,
  OUTCOMES,
  type Reason,
  type RuleEffectType,
  type ShadowVerdict,
  type Wallet,
} from '@coinwarden/domain';

type RoomTuple = [
  layer: number,
  measure: number,
  window: number,
  currency: string | null,
  limit: number,
  used: number,
  resetsAt: number,
];
type WalletTuple = [
  paid: number,
  bonus: number,
  earned: number,
  held: number,
  diamonds: number,
  diamondsHeld: number,
  debt: number,
];

/** What the version in shadow would have decided. */
type ShadowTuple = [version: number, outcome: number, score: number];

export interface StoredFiredRule {
  readonly key: string;
  readonly mode: 'shadow' | 'live';
  readonly effect: RuleEffectType;
  readonly score: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A decision as kept in its row: short, because there are millions; what is empty is left out. */
export interface StoredDecision {
  readonly reasons?: readonly Reason[];
  readonly rules?: readonly StoredFiredRule[];
  readonly errors?: readonly { readonly key: string; readonly message: string }[];
  readonly shadow?: ShadowTuple;
  readonly limits?: readonly RoomTuple[];
  readonly wallet: WalletTuple;
  /** Of the coins it moved or would have moved, those of kind bonus and earned, where not all are paid. */
  readonly coinKinds?: readonly [bonus: number, earned: number];
  readonly promotion?: readonly [id: string, bonusCoins: number];
  /** The promotion a declined purchase would have had. */
  readonly offered?: string;
  readonly refundDue?: boolean;
  readonly refundId?: string;
}

export function packRooms(rooms: readonly LimitRoom[]): RoomTuple[] {
  return rooms.map((room) => [
    LIMIT_LAYERS.indexOf(room.layer),
    LIMIT_MEASURES.indexOf(room.measure),
    LIMIT_WINDOWS.indexOf(room.window),
    room.currency,
    Number(room.limit),
    Number(room.used),
    room.resetsAt ?? 0,
  ]);
}

export const packShadow = ({ version, outcome, score }: ShadowVerdict): ShadowTuple => [
  version,
  OUTCOMES.indexOf(outcome),
  score,
];

export function packWallet(wallet: Wallet, now: number): WalletTuple {
  const c = coinBalances(wallet, now);
  const d = diamondBalances(wallet, now);
  return [
    Number(c.paid),
    Number(c.bonus),
    Number(c.earned),
    Number(c.held),
    Number(d.available),
    Number(d.held),
    Number(wallet.debtCoins),
  ];
}

export const unpackRooms = (rooms: readonly RoomTuple[] = []): DecisionAnswer['limits'] =>
  rooms.map(([layer, measure, window, currency, limit, used, resetsAt]) => ({
    layer: LIMIT_LAYERS[layer]!,
    measure: LIMIT_MEASURES[measure]!,
    window: LIMIT_WINDOWS[window]!,
    currency,
    limit,
    used,
    remaining: Math.max(0, limit - used),
    resetsAt: resetsAt === 0 ? null : new Date(resetsAt).toISOString(),
  }));

export const unpackWallet = ([
  paid,
  bonus,
  earned,
  held,
  available,
  waiting,
  debt,
]: WalletTuple): WalletView => ({
  coins: { paid, bonus, earned, held, available: paid + bonus + earned - held },
  diamonds: { available, held: waiting },
  debtCoins: debt,
});

/** The wallet as the wire shows it. */
export const walletView = (wallet: Wallet, now: number): WalletView => unpackWallet(packWallet(wallet, now));

/** The columns of a transaction's row that its answer is made of. */
export interface AnswerRow {
  readonly transactionId: string;
  readonly outcome: DecisionAnswer['outcome'];
  readonly score: number;
  readonly decidedAt: number;
  readonly decision: StoredDecision;
}

export const decisionIdOf = (transactionId: string): string => `dec_${transactionId}`;

/** The answer of a decision, the first time and every time it is asked for again. */
export function toAnswer(row: AnswerRow, replayed: boolean): DecisionAnswer {
  const { decision } = row;
  return {
    transactionId: row.transactionId,
    decisionId: decisionIdOf(row.transactionId),
    outcome: row.outcome,
    score: row.score,
    reasons: (decision.reasons ?? []) as DecisionAnswer['reasons'],
    limits: unpackRooms(decision.limits),
    wallet: unpackWallet(decision.wallet),
    promotion: decision.promotion ? { id: decision.promotion[0], bonusCoins: decision.promotion[1] } : null,
    replayed,
    decidedAt: new Date(row.decidedAt).toISOString(),
    ...(decision.refundDue && { refundDue: true }),
    ...(decision.refundId && { refundId: decision.refundId }),
  };
}
