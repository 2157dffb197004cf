import type { DecisionAnswer, Problem, TransactionRequest } from '@coinwarden/contracts';

export interface Reply {
  readonly status: number;
  readonly body: DecisionAnswer & Problem;
}

/** Sends a transaction as a platform's backend does. Resolves to null when the connection breaks without an answer. */
export async function sendTransaction(
  to: { url: string; apiKey: string },
  key: string,
  transaction: TransactionRequest,
): Promise<Reply | null> {
  try {
    const answer = await fetch(`${to.url}/v1/transactions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${to.apiKey}`,
        'idempotency-key': key,
      },
      body: JSON.stringify(transaction),
    });
    return { status: answer.status, body: (await answer.json()) as Reply['body'] };
  } catch {
    return null;
  }
}
