import type { EvidenceCategory } from './evidence-category.js';

/** A card scheme's reason, with its own short title. Sources in docs/disputes.md. */
export interface SchemeReason {
  readonly title: string;
  readonly category: EvidenceCategory;
}

type Codes = Readonly<Record<string, SchemeReason>>;
const is = (category: EvidenceCategory, title: string): SchemeReason => ({ title, category });

const VISA: Codes = {
  '10.1': is('fraudulent', 'EMV liability shift, counterfeit fraud'),
  '10.2': is('fraudulent', 'EMV liability shift, other fraud'),
  '10.3': is('fraudulent', 'Other fraud, card present'),
  '10.4': is('fraudulent', 'Other fraud, card absent'),
  '10.5': is('fraudulent', 'Visa fraud monitoring program'),
  '11.1': is('general', 'Card recovery bulletin'),
  '11.2': is('general', 'Declined authorisation'),
  '11.3': is('general', 'No authorisation'),
  '12.1': is('general', 'Late presentment'),
  '12.2': is('general', 'Incorrect transaction code'),
  '12.3': is('general', 'Incorrect currency'),
  '12.4': is('general', 'Incorrect account number'),
  '12.5': is('general', 'Incorrect amount'),
  '12.6': is('duplicate', 'Duplicate processing or paid by other means'),
  '12.6.1': is('duplicate', 'Duplicate processing'),
  '12.6.2': is('duplicate', 'Paid by other means'),
  '12.7': is('general', 'Invalid data'),
  '13.1': is('product_not_received', 'Merchandise or services not received'),
  '13.2': is('subscription_canceled', 'Cancelled recurring transaction'),
  '13.3': is('product_unacceptable', 'Not as described or defective'),
  '13.4': is('product_unacceptable', 'Counterfeit merchandise'),
  '13.5': is('product_unacceptable', 'Misrepresentation'),
  '13.6': is('credit_not_processed', 'Credit not processed'),
  '13.7': is('credit_not_processed', 'Cancelled merchandise or services'),
  '13.8': is('credit_not_processed', 'Original credit transaction not accepted'),
  '13.9': is('product_not_received', 'Non-receipt of cash or load value'),
};

const MASTERCARD: Codes = {
  '4807': is('general', 'Warning bulletin file'),
  '4808': is('general', 'Authorisation-related'),
  '4812': is('general', 'Account number not on file'),
  '4831': is('general', 'Transaction amount differs'),
  '4834': is('duplicate', 'Point-of-interaction error'),
  '4837': is('fraudulent', 'No cardholder authorisation'),
  '4840': is('fraudulent', 'Fraudulent processing of transactions'),
  '4841': is('subscription_canceled', 'Cancelled recurring or digital goods transaction'),
  '4842': is('general', 'Late presentment'),
  '4846': is('general', 'Correct transaction currency code not provided'),
  '4849': is('fraudulent', 'Questionable merchant activity'),
  '4853': is('product_unacceptable', 'Cardholder dispute'),
  '4854': is('general', 'Cardholder dispute not elsewhere classified'),
  '4855': is('product_not_received', 'Goods or services not provided'),
  '4859': is('product_not_received', 'Services not rendered'),
  '4860': is('credit_not_processed', 'Credit not processed'),
  '4863': is('unrecognized', 'Cardholder does not recognise, potential fraud'),
  '4870': is('fraudulent', 'Chip liability shift'),
  '4871': is('fraudulent', 'Chip liability shift, lost, stolen or never received'),
};

const AMEX: Codes = {
  A01: is('general', 'Charge amount exceeds authorisation amount'),
  A02: is('general', 'No valid authorisation'),
  A08: is('general', 'Authorisation approval expired'),
  C02: is('credit_not_processed', 'Credit not processed'),
  C04: is('credit_not_processed', 'Goods or services returned or refused'),
  C05: is('credit_not_processed', 'Goods or services cancelled'),
  C08: is('product_not_received', 'Goods or services not received or only partially received'),
  C14: is('duplicate', 'Paid by other means'),
  C18: is('credit_not_processed', 'No show or card deposit cancelled'),
  C28: is('subscription_canceled', 'Cancelled recurring billing'),
  C31: is('product_unacceptable', 'Goods or services not as described'),
  C32: is('product_unacceptable', 'Goods or services damaged or defective'),
  F10: is('fraudulent', 'Missing imprint'),
  F14: is('fraudulent', 'Missing signature'),
  F24: is('fraudulent', 'No card member authorisation'),
  F29: is('fraudulent', 'Card not present'),
  F30: is('fraudulent', 'EMV counterfeit'),
  F31: is('fraudulent', 'EMV lost, stolen or not received'),
  M01: is('general', 'Chargeback authorisation'),
  M10: is('general', 'Vehicle rental, capital damages'),
  P01: is('general', 'Unassigned card number'),
  P03: is('general', 'Credit processed as charge'),
  P04: is('general', 'Charge processed as credit'),
  P05: is('general', 'Incorrect charge amount'),
  P07: is('general', 'Late submission'),
  P08: is('duplicate', 'Duplicate charge'),
  P22: is('general', 'Non-matching card number'),
  P23: is('general', 'Currency discrepancy'),
  R03: is('general', 'Insufficient reply'),
  R13: is('general', 'No reply'),
};

const DISCOVER: Codes = {
  UA01: is('fraudulent', 'Fraud, card present'),
  UA02: is('fraudulent', 'Fraud, card not present'),
  UA05: is('fraudulent', 'Fraud, chip counterfeit'),
  UA06: is('fraudulent', 'Fraud, chip and PIN'),
  AA: is('unrecognized', 'Does not recognise'),
  AP: is('subscription_canceled', 'Recurring payments'),
  AT: is('general', 'Authorisation non-compliance'),
  AW: is('general', 'Altered amount'),
  CD: is('general', 'Credit or debit posted incorrectly'),
  DP: is('duplicate', 'Duplicate processing'),
  EX: is('general', 'Expired card'),
  IN: is('general', 'Invalid card number'),
  LP: is('general', 'Late presentation'),
  NF: is('product_not_received', 'Non-receipt of cash'),
  PM: is('duplicate', 'Paid by other means'),
  RG: is('product_not_received', 'Non-receipt of goods, services or cash'),
  RM: is('product_unacceptable', 'Cardholder disputes quality of goods or services'),
  RN2: is('credit_not_processed', 'Credit not processed'),
};

/** By scheme as `knownScheme` names it, then by the scheme's code. */
export const SCHEME_REASON_CODES: Readonly<Record<string, Codes>> = {
  visa: VISA,
  mastercard: MASTERCARD,
  amex: AMEX,
  discover: DISCOVER,
};
