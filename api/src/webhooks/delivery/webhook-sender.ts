import type { AttemptResult } from '@coinwarden/domain';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import { Config } from '../../platform/config/config.js';
import { checkEndpointUrl, ENDPOINT_URL_REFUSALS } from './endpoint-url.js';
import { PrivateAddressError, publicLookup } from './public-address.js';

const CONNECT_TIMEOUT_MS = 5_000;
const ANSWER_TIMEOUT_MS = 10_000;
const TOTAL_TIMEOUT_MS = 15_000;
/** Only the status counts; this much of the answer is read so that the connection can be used again. */
const MAX_ANSWER_BYTES = 64 * 1_024;
const GONE = 410;

export interface OutgoingMessage {
  readonly url: string;
  readonly eventId: string;
  readonly body: string;
  /** Newest first; each adds a signature, so a receiver may know the old or the new one. */
  readonly secrets: readonly string[];
  readonly sentAt: number;
}

/**
 * Sends one signed message. Redirects are not followed (they would lead past the checks), answers are bounded in time
 * and size, and unless configured otherwise only public addresses are connected to.
 */
@Injectable()
export class WebhookSender implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(private readonly config: Config) {
    this.agent = new Agent({
      connect: {
        timeout: CONNECT_TIMEOUT_MS,
        ...(!config.allowPrivateWebhooks && { lookup: publicLookup() }),
      },
      headersTimeout: ANSWER_TIMEOUT_MS,
      bodyTimeout: ANSWER_TIMEOUT_MS,
      maxResponseSize: MAX_ANSWER_BYTES,
    });
  }

  async send(message: OutgoingMessage): Promise<AttemptResult> {
    const url = checkEndpointUrl(message.url, this.config.allowPrivateWebhooks);
    if (!url.ok) return failed(null, `The URL ${ENDPOINT_URL_REFUSALS[url.failure.code]}.`);
    try {
      const { statusCode, body } = await request(url.value, {
        dispatcher: this.agent,
        method: 'POST',
        headers: headersOf(message),
        body: message.body,
        signal: AbortSignal.timeout(TOTAL_TIMEOUT_MS),
      });
      // An answer too long or broken off after its status does not undo the acknowledgement.
      await body.dump({ limit: MAX_ANSWER_BYTES }).catch(() => body.destroy());
      if (statusCode >= 200 && statusCode < 300) return { acknowledged: true, responseStatus: statusCode };
      return failed(statusCode, `The receiver answered ${statusCode}.`);
    } catch (error) {
      return failed(null, describe(error));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.close();
  }
}

function headersOf({ eventId, body, secrets, sentAt }: OutgoingMessage): Record<string, string> {
  const timestamp = new Date(sentAt);
  return {
    'content-type': 'application/json',
    'user-agent': 'Coinwarden-Webhooks/1',
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(sentAt / 1_000)),
    'webhook-signature': secrets
      .map((secret) => new Webhook(secret).sign(eventId, timestamp, body))
      .join(' '),
  };
}

const failed = (responseStatus: number | null, error: string): AttemptResult => ({
  acknowledged: false,
  responseStatus,
  error,
  gone: responseStatus === GONE,
});

/** Staff read this: what went wrong, without the internals of the library that noticed. */
function describe(error: unknown): string {
  if (error instanceof PrivateAddressError) return 'The host leads to a private or local address.';
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || code?.endsWith('_TIMEOUT')) return 'The receiver did not answer in time.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The host name cannot be resolved.';
  if (code === 'ECONNREFUSED') return 'The connection was refused.';
  if (code?.includes('CERT') || code?.startsWith('ERR_TLS'))
    return `The certificate was not accepted (${code}).`;
  return `The connection failed (${code ?? name ?? 'unknown'}).`;
}
