import type { NoticeFact, NoticeSource } from '@coinwarden/domain';
import { readAdyen } from './read-adyen.js';
import { readApple } from './read-apple.js';
import { readGoogle } from './read-google.js';
import { readStandard } from './read-standard.js';
import { readStripe } from './read-stripe.js';

/** What a stored notice says, in our words. */
export interface ReadNotice {
  readonly fact: NoticeFact;
  /** Every name it has for the payment, the likeliest first; empty when it is about none. */
  readonly references: readonly string[];
}

const READERS: Readonly<Record<NoticeSource, (body: unknown) => ReadNotice>> = {
  stripe: readStripe,
  apple: readApple,
  google: readGoogle,
  standard: readStandard,
  adyen: readAdyen,
};

/** Reads the stored bytes of a verified notice. Throws `Unreadable` when they are in no form that is understood. */
export const readNotice = (source: NoticeSource, body: Buffer): ReadNotice =>
  READERS[source](JSON.parse(body.toString('utf8')));
