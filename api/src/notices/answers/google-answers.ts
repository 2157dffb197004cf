import { readFileSync } from 'node:fs';
import { type ConsumptionAnswer, noticeReason } from '@coinwarden/domain';
import { JWT } from 'google-auth-library';
import { z } from 'zod';
import type { NoticeSettings } from '../../platform/config/notice-settings.js';
import type { DueAnswer } from '../persistence/consumption-answers.store.js';
import { type AnswerSender, SEND_TIMEOUT_MS, type Sent, sentAs } from './answer-sender.js';

const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';

/** Google knows no refund of the rest: half used is for it to judge. */
const PREFERENCES = { grant: 'APPROVE', grant_rest: 'NEUTRAL', decline: 'DECLINE' } as const;

const serviceAccount = z.object({
  client_email: z.string(),
  private_key: z.string(),
  private_key_id: z.string().optional(),
});

/** orders.reviewrefund: https://developers.google.com/android-publisher/api-ref/rest/v3/orders/reviewrefund */
export class GoogleAnswers implements AnswerSender {
  readonly withheld = null;
  private readonly account: JWT | null;

  constructor(private readonly settings: NoticeSettings['google']) {
    this.account = settings.apiKeyFile === null ? null : accountOf(settings.apiKeyFile);
  }

  bodyOf(question: DueAnswer, answer: ConsumptionAnswer): object {
    return {
      pendingRefundToken: question.token,
      sampleContentProvided: false,
      refundPreference: PREFERENCES[answer.preference],
      consumptionPercentageMilliunits: answer.consumedMilliPercent,
    };
  }

  async send(question: DueAnswer, body: object): Promise<Sent> {
    if (this.account === null) return { kind: 'later', error: noticeReason('google_not_set_up') };
    const path = `/androidpublisher/v3/applications/${encodeURIComponent(question.application ?? '')}`;
    const url = `${this.settings.apiUrl}${path}/orders/${encodeURIComponent(question.transaction_ref)}:reviewrefund`;
    try {
      const headers = await this.account.getRequestHeaders(url);
      headers.set('Content-Type', 'application/json');
      const { status } = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
        redirect: 'error',
      });
      return sentAs(status, noticeReason('google_answered', { answer: status }));
    } catch {
      return { kind: 'later', error: noticeReason('google_unreachable') };
    }
  }
}

/** Signs its own tokens, so that nothing is fetched before an answer can be sent. */
function accountOf(file: string): JWT {
  const key = serviceAccount.parse(JSON.parse(readFileSync(file, 'utf8')));
  const account = new JWT({
    email: key.client_email,
    key: key.private_key,
    scopes: [SCOPE],
    ...(key.private_key_id !== undefined && { keyId: key.private_key_id }),
  });
  account.useJWTAccessWithScope = true;
  return account;
}
