import type { DecisionAnswer, TransactionRequest } from '@coinwarden/contracts';
import type { SimulatedItem } from '@coinwarden/simulator';
import type { SandboxClient } from './sandbox-client.js';
import type { ServiceClient } from './service-client.js';

type Item = Extract<SimulatedItem, { kind: 'money_back' }>;

interface Remembered {
  readonly purchaseId: string;
  readonly amountMinor: number;
}

/** More purchases than anybody asks about within the time that live traffic remembers. */
const MOST_REMEMBERED = 50_000;

/**
 * What becomes of the money in live traffic: buyers ask the platform for it, banks act at the sandbox, if there is one.
 */
export class LiveMoneyBack {
  private readonly purchases = new Map<string, Remembered>();

  constructor(
    private readonly client: ServiceClient,
    private readonly sandbox: SandboxClient | null,
  ) {}

  remember(
    idempotencyKey: string,
    { transaction, answer }: { transaction: TransactionRequest; answer: DecisionAnswer },
  ): void {
    if (transaction.kind !== 'purchase' || answer.outcome === 'decline') return;
    const { transactionId: purchaseId } = answer;
    this.purchases.set(idempotencyKey, { purchaseId, amountMinor: transaction.money.amountMinor });
    if (this.purchases.size <= MOST_REMEMBERED) return;
    const [oldest] = this.purchases.keys();
    if (oldest !== undefined) this.purchases.delete(oldest);
  }

  /** Answers what failed, or null. */
  async send({ purchase, event }: Item): Promise<string | null> {
    const bought = this.purchases.get(purchase.idempotencyKey);
    if (!bought) return null;
    const { reference } = purchase;
    switch (event.type) {
      case 'refund_request': {
        const { purchaseId, amountMinor } = bought;
        const part = Math.floor((amountMinor * event.percent) / 100);
        return this.client.requestRefund(`refund-${purchase.idempotencyKey}`, {
          purchaseId,
          reason: event.reason,
          ...(part < amountMinor && { amountMinor: part }),
        });
      }
      case 'dispute': {
        if (purchase.provider !== 'stripe') return null;
        const { caseType, reason, verdict, answerWithinMs, decidesAfterMs: decideAfterMs } = event;
        const dueAt = new Date(Date.now() + answerWithinMs).toISOString();
        const dispute = { reference, caseType, reason, verdict, decideAfterMs, dueAt };
        return (await this.sandbox?.letHappen('disputes', dispute)) ?? null;
      }
      case 'fraud_warning': {
        if (purchase.provider !== 'stripe') return null;
        const { fraudType } = event;
        return (await this.sandbox?.letHappen('warnings', { reference, fraudType })) ?? null;
      }
    }
  }
}
