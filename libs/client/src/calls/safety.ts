import type {
  AccountEventAnswer,
  AccountEventRequest,
  ContentScanAnswer,
  ContentScanRequest,
  Problem,
} from '@coinwarden/contracts';
import type { Transport } from '../transport.js';

/** What the service is told about accounts, and asked about what they write. */
export class Safety {
  constructor(private readonly transport: Transport) {}

  /** A sign-in, a failed one, changed credentials, or a report by another user. */
  report(event: AccountEventRequest): Promise<AccountEventAnswer> {
    return this.transport.send({ method: 'POST', path: '/v1/events', body: event });
  }

  /** Whether a comment, message, name or bio is a scam, and why. */
  scan(text: ContentScanRequest): Promise<ContentScanAnswer> {
    return this.transport.send({ method: 'POST', path: '/v1/content/scan', body: text });
  }

  /** Up to 1,000 at once, in the order of the items. */
  async scanAll(items: readonly ContentScanRequest[]): Promise<(ContentScanAnswer | Problem)[]> {
    const { results } = await this.transport.send<{ results: (ContentScanAnswer | Problem)[] }>({
      method: 'POST',
      path: '/v1/content/scan/batch',
      body: { items },
    });
    return results;
  }
}
