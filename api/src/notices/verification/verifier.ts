import type { NoticeSource } from '@coinwarden/domain';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/http/problem-error.js';

/** What arrived: the bytes as they came, and the headers that sign them. */
export interface Arrival {
  readonly body: Buffer;
  readonly headers: FastifyRequest['headers'];
}

/** What a verified notice says about itself; the rest is read later, from the stored bytes. */
export interface VerifiedNotice {
  /** The provider's own id: the same on every repetition. */
  readonly providerNoticeId: string;
  readonly kind: string;
  readonly occurredAt: number;
}

/**
 * Proves that a notice is its provider's. Throws ProblemError `notice.signature` when it does not prove it (and says no
 * more than that: the reason goes to the metrics), `notice.not_configured` when nothing is there to verify with, and
 * `request.invalid` for a notice that is signed and yet none.
 */
export interface NoticeVerifier {
  readonly source: NoticeSource;
  verify(arrival: Arrival): Promise<VerifiedNotice>;
}

/** Why a notice was turned away: a label of the metric, never part of the answer. */
export type RejectReason = 'missing' | 'mismatch' | 'time' | 'identity' | 'chain';

export class SignatureRefused extends ProblemError {
  constructor(readonly why: RejectReason) {
    super('notice.signature');
  }
}

export const notConfigured = (what: string): ProblemError =>
  new ProblemError('notice.not_configured', `${what} is not set up here.`, [], { 'Retry-After': '300' });

export const invalidNotice = (pointer: string, detail: string): ProblemError =>
  new ProblemError('request.invalid', 'The notice is signed, but it is not a notice.', [{ pointer, detail }]);

/** One value, not several joined: a second signature header is nobody's mistake. */
export function oneHeader({ headers }: Arrival, name: string): string {
  const value = headers[name];
  if (typeof value !== 'string' || value === '') throw new SignatureRefused('missing');
  return value;
}

/** Seconds since the epoch, written as a plain number and not further from now than allowed, either way. */
export function checkTime(
  given: string,
  { now, toleranceSeconds }: { readonly now: number; readonly toleranceSeconds: number },
): number {
  if (!/^\d{1,12}$/.test(given)) throw new SignatureRefused('missing');
  const at = Number(given);
  if (Math.abs(Math.floor(now / 1_000) - at) > toleranceSeconds) throw new SignatureRefused('time');
  return at;
}
