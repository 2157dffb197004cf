import type { ConsumptionAnswer, NoticeReason } from '@coinwarden/domain';
import type { DueAnswer } from '../persistence/consumption-answers.store.js';

/** How a store took an answer. `later`: nobody knows, or it asks to be asked again; `refused`: it never will. */
export type Sent =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly error: NoticeReason }
  | { readonly kind: 'later'; readonly error: NoticeReason };

/** The way to one store. Sending the same answer twice does no harm: a store keeps one per question. */
export interface AnswerSender {
  /** Why nothing may be sent to it at all, or null. */
  readonly withheld: NoticeReason | null;
  bodyOf(question: DueAnswer, answer: ConsumptionAnswer): object;
  send(question: DueAnswer, body: object): Promise<Sent>;
}

/** Answers that say nothing about the question: credentials, throttling, a store that is down. */
const TEMPORARY = new Set([401, 403, 408, 425, 429]);

export const sentAs = (status: number, error: NoticeReason): Sent =>
  status < 300
    ? { kind: 'sent' }
    : { kind: status >= 500 || TEMPORARY.has(status) ? 'later' : 'refused', error };

export const SEND_TIMEOUT_MS = 10_000;
