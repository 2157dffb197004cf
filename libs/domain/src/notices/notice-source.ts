import type { PaymentProvider } from '../decisions/transaction.js';

/** Who sends notices here, by the last part of the address they are sent to. */
export const NOTICE_SOURCES = ['stripe', 'apple', 'google', 'standard', 'adyen'] as const;
export type NoticeSource = (typeof NOTICE_SOURCES)[number];

const PROVIDERS: Readonly<Record<NoticeSource, PaymentProvider>> = {
  stripe: 'stripe',
  apple: 'apple',
  google: 'google',
  standard: 'other',
  adyen: 'other',
};

/** The provider that purchases name when their payment is one this source tells of. */
export const providerOf = (source: NoticeSource): PaymentProvider => PROVIDERS[source];
