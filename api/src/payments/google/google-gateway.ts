import type { Money } from '@coinwarden/domain';
import type { JWT } from 'google-auth-library';
import {
  PaymentGateway,
  type ProviderRefund,
  ProviderRefused,
  ProviderUnknown,
  type RefundOrder,
  type RefundQuestion,
} from '../payment-gateway.js';
import { type GoogleOrder, googleOrder, totalOf } from './google-order.js';

export interface GoogleSettings {
  readonly apiUrl: string;
  readonly packageName: string;
  readonly timeoutMs: number;
}

type KnownOrder = GoogleOrder & { readonly money: Money };

const STATUS: Readonly<Record<string, ProviderRefund['status']>> = {
  PENDING_REFUND: 'pending',
  REFUNDED: 'succeeded',
};

/**
 * Google Play gives whole orders back, through `orders.refund`. It takes no idempotency key and needs none: an order can be
 * given back once, and its state tells whether it was. Chargebacks Google answers for itself.
 */
export class GoogleGateway extends PaymentGateway {
  constructor(
    private readonly account: Pick<JWT, 'getRequestHeaders'>,
    private readonly settings: GoogleSettings,
  ) {
    super();
  }

  async createRefund({ reference, money }: RefundOrder): Promise<ProviderRefund> {
    const order = await this.order(reference);
    if (order === null)
      throw new ProviderRefused('order_not_found', `Google Play knows no order ${reference}.`);
    if (STATUS[order.state] !== undefined || order.state === 'PARTIALLY_REFUNDED')
      throw new ProviderRefused('order_already_refunded', 'Google Play has given this order back already.');
    const { money: total } = order;
    if (money.amountMinor !== total.amountMinor || money.currency !== total.currency)
      throw new ProviderRefused(
        'partial_refund',
        `Google Play gives whole orders back; this one came to ${total.amountMinor} minor units of ${total.currency}.`,
      );
    const { status } = await this.call('POST', reference, ':refund?revoke=false');
    if (status >= 400 && status < 500 && !ASK_AGAIN.has(status))
      throw new ProviderRefused(`http_${status}`, `Google Play refused with ${status}.`);
    if (status >= 300) throw new ProviderUnknown(`Google Play answered ${status}.`);
    return { ...answerOf(order), status: 'succeeded' };
  }

  async findRefund({ reference }: RefundQuestion): Promise<ProviderRefund | null> {
    const order = await this.order(reference);
    return order === null || STATUS[order.state] === undefined ? null : answerOf(order);
  }

  submitEvidence(): Promise<never> {
    return Promise.reject(noDisputes());
  }

  acceptDispute(): Promise<never> {
    return Promise.reject(noDisputes());
  }

  private async order(orderId: string): Promise<KnownOrder | null> {
    const { status, body } = await this.call('GET', orderId);
    if (status === 404 || status === 410) return null;
    if (status !== 200) throw new ProviderUnknown(`Google Play answered ${status}.`);
    const order = googleOrder.safeParse(body);
    if (!order.success) throw new ProviderUnknown('Google Play answered an order that cannot be read.');
    return { ...order.data, money: totalOf(order.data) };
  }

  private async call(method: 'GET' | 'POST', orderId: string, suffix = '') {
    const { apiUrl, packageName, timeoutMs } = this.settings;
    const path = `/androidpublisher/v3/applications/${encodeURIComponent(packageName)}/orders/${encodeURIComponent(orderId)}`;
    const url = `${apiUrl}${path}${suffix}`;
    try {
      const headers = await this.account.getRequestHeaders(url);
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(url, { method, headers, signal, redirect: 'error' });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    } catch (error) {
      throw new ProviderUnknown('Google Play cannot be reached.', { cause: error });
    }
  }
}

/** They say nothing about what was asked: a token that ran out, a limit, a timeout. */
const ASK_AGAIN: ReadonlySet<number> = new Set([401, 403, 408, 409, 429]);

const noDisputes = () =>
  new ProviderRefused('not_supported', 'Google Play answers for its chargebacks itself.');

/** The same name as in Google's notice of a voided purchase, so that both tell of one refund. */
const answerOf = (order: KnownOrder): ProviderRefund => ({
  providerRefundId: `google:${order.orderId}`,
  status: STATUS[order.state] ?? 'pending',
  money: order.money,
  detail: null,
});
