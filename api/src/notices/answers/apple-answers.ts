import { readFileSync } from 'node:fs';
import {
  APIException,
  AppStoreServerAPIClient,
  type ConsumptionRequest,
  DeliveryStatus,
  Environment,
  RefundPreference,
} from '@apple/app-store-server-library';
import { type ConsumptionAnswer, type NoticeReason, noticeReason } from '@coinwarden/domain';
import type { NoticeSettings } from '../../platform/config/notice-settings.js';
import type { DueAnswer } from '../persistence/consumption-answers.store.js';
import { type AnswerSender, SEND_TIMEOUT_MS, type Sent, sentAs } from './answer-sender.js';

const HOSTS = {
  Production: 'https://api.storekit.itunes.apple.com',
  Sandbox: 'https://api.storekit-sandbox.itunes.apple.com',
} as const;

const PREFERENCES = {
  grant: RefundPreference.GRANT_FULL,
  grant_rest: RefundPreference.GRANT_PRORATED,
  decline: RefundPreference.DECLINE,
} as const;

/** Apple's own client; only where it sends to is ours, and that it does not wait for ever. */
class Client extends AppStoreServerAPIClient {
  constructor(
    private readonly host: string,
    options: { key: string; keyId: string; issuer: string; bundleId: string; environment: Environment },
  ) {
    super(options.key, options.keyId, options.issuer, options.bundleId, options.environment);
  }

  protected override async makeFetchRequest(
    ...[path, query, method, body, headers]: Parameters<AppStoreServerAPIClient['makeFetchRequest']>
  ) {
    const search = query.toString();
    const answer = await fetch(`${this.host}${path}${search ? `?${search}` : ''}`, {
      method,
      headers,
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
      redirect: 'error',
      ...(body !== undefined && { body: body as string }),
    });
    return answer as unknown as Awaited<ReturnType<AppStoreServerAPIClient['makeFetchRequest']>>;
  }
}

/** Send Consumption Information: https://developer.apple.com/documentation/appstoreserverapi/send-consumption-information */
export class AppleAnswers implements AnswerSender {
  readonly withheld: NoticeReason | null;
  private readonly client: Client | null;

  constructor(settings: NoticeSettings['apple'], hasConsent: boolean) {
    this.withheld = hasConsent ? null : noticeReason('apple_consent');
    this.client = clientOf(settings);
  }

  bodyOf(_: DueAnswer, answer: ConsumptionAnswer): ConsumptionRequest {
    return {
      customerConsented: true,
      consumptionPercentage: answer.consumedMilliPercent,
      deliveryStatus: answer.delivered ? DeliveryStatus.DELIVERED : DeliveryStatus.UNDELIVERED_OTHER,
      refundPreference: PREFERENCES[answer.preference],
      sampleContentProvided: false,
    };
  }

  async send(question: DueAnswer, body: object): Promise<Sent> {
    if (this.client === null) return { kind: 'later', error: noticeReason('apple_not_set_up') };
    try {
      const transaction = encodeURIComponent(question.transaction_ref);
      await this.client.sendConsumptionInformation(transaction, body as ConsumptionRequest);
      return { kind: 'sent' };
    } catch (error) {
      if (!(error instanceof APIException))
        return { kind: 'later', error: noticeReason('apple_unreachable') };
      const { httpStatusCode: status, apiError } = error;
      return sentAs(
        status,
        noticeReason('apple_answered', { answer: `${status}${apiError ? ` (${apiError})` : ''}` }),
      );
    }
  }
}

function clientOf(settings: NoticeSettings['apple']): Client | null {
  const { apiKeyFile, apiKeyId, apiIssuer, bundleId, environment, apiUrl } = settings;
  if (apiKeyFile === null || apiKeyId === null || apiIssuer === null || bundleId === null) return null;
  return new Client(apiUrl ?? HOSTS[environment], {
    key: readFileSync(apiKeyFile, 'utf8'),
    keyId: apiKeyId,
    issuer: apiIssuer,
    bundleId,
    environment: environment === 'Production' ? Environment.PRODUCTION : Environment.SANDBOX,
  });
}
