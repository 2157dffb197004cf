import { type WebhookEvent, webhookEvent } from '@coinwarden/contracts';
import { Webhook } from 'standardwebhooks';

export interface WebhookMessage {
  /** As it came, before any parsing: a signature is over these very bytes. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The secret of the endpoint (`whsec_…`), as the console showed it when it was made. */
  readonly secret: string;
}

export interface ReceivedEvent {
  /** The same on every attempt: drop what was received before. */
  readonly id: string;
  readonly event: WebhookEvent;
}

/**
 * The event in a message that Coinwarden signed not long ago. Throws where the signature, the time or the contents are not
 * right: answer 400 then, and 2xx only once the event is safely stored.
 */
export function receiveWebhook({ body, headers, secret }: WebhookMessage): ReceivedEvent {
  const single = (name: string) => {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
  const signed = Object.fromEntries(names.map((name) => [name, single(name)]));
  const contents = new Webhook(secret).verify(body, signed);
  return { id: single('webhook-id'), event: webhookEvent.parse(contents) };
}
