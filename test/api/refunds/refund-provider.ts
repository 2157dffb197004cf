import type { Money, PaymentProvider } from '@coinwarden/domain';
import {
  PaymentGateways,
  type ProviderRefund,
  ProviderRefused,
  ProviderUnknown,
} from '../../../api/src/payments/payments.public.js';
import type { Economy } from '../../support/economy.js';

type Behaviour = 'succeed' | 'pend' | 'refuse' | 'lose_answer' | 'unreachable';

interface Made extends ProviderRefund {
  readonly reference: string;
  readonly refundId: string;
}

/**
 * A payment provider at the port: it keeps its own books, answers a repeated key with the same refund, and misbehaves as
 * told. What it has paid is what the tests compare our books with.
 */
export class RefundProvider {
  readonly calls: string[] = [];
  private readonly byKey = new Map<string, Made>();
  private behaviours: Behaviour[] = [];
  /** Runs inside a call, while nobody knows its outcome. */
  during: () => Promise<void> = async () => undefined;

  constructor(economy: Economy, providers: readonly PaymentProvider[] = ['stripe', 'google']) {
    const gateways = economy.app.get(PaymentGateways, { strict: false });
    gateways.of = (provider) => (providers.includes(provider) ? (this as never) : null);
  }

  /** For the next calls, one each; then everything succeeds. */
  next(...behaviours: Behaviour[]): void {
    this.behaviours = behaviours;
  }

  paid(reference: string): bigint {
    const made = [...this.byKey.values()].filter((one) => one.reference === reference);
    return made
      .filter(({ status }) => status === 'succeeded')
      .reduce((sum, { money }) => sum + money.amountMinor, 0n);
  }

  made(reference: string): Made[] {
    return [...this.byKey.values()].filter((one) => one.reference === reference);
  }

  async createRefund(request: {
    refundId: string;
    reference: string;
    money: Money;
    idempotencyKey: string;
  }): Promise<ProviderRefund> {
    const behaviour = this.behaviours.shift() ?? 'succeed';
    this.calls.push(request.idempotencyKey);
    await this.during();
    if (behaviour === 'unreachable') throw new ProviderUnknown('connect ECONNREFUSED');
    if (behaviour === 'refuse') throw new ProviderRefused('charge_disputed', 'The charge is disputed.');
    const made = this.byKey.get(request.idempotencyKey) ?? this.make(request, behaviour);
    if (behaviour === 'lose_answer') throw new ProviderUnknown('socket hang up');
    return made;
  }

  async findRefund({ refundId, providerRefundId }: { refundId: string; providerRefundId: string | null }) {
    this.calls.push(`find ${refundId}`);
    const all = [...this.byKey.values()].filter((one) => one.refundId === refundId);
    if (providerRefundId === null) return all.at(-1) ?? null;
    return all.find((one) => one.providerRefundId === providerRefundId) ?? null;
  }

  settle(reference: string, status: ProviderRefund['status']): void {
    for (const [key, made] of this.byKey)
      if (made.reference === reference) this.byKey.set(key, { ...made, status });
  }

  private make(
    request: { refundId: string; reference: string; money: Money; idempotencyKey: string },
    behaviour: Behaviour,
  ): Made {
    const { refundId, reference, money } = request;
    const made: Made = {
      providerRefundId: `re_${request.idempotencyKey}`,
      status: behaviour === 'pend' ? 'pending' : 'succeeded',
      money,
      detail: null,
      reference,
      refundId,
    };
    this.byKey.set(request.idempotencyKey, made);
    return made;
  }
}
