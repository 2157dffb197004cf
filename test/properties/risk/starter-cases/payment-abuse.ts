import { purchase, type RuleCases } from './rule-case.js';

export const PAYMENT_ABUSE_CASES: RuleCases = {
  'repeated-payment-refusals': {
    fires: { tx: purchase, history: { account: [{ series: 'paymentRefusals', times: 2 }] } },
    rests: { tx: purchase, history: { account: [{ series: 'declined', times: 9 }] } },
  },
  'persistent-payment-refusals': {
    fires: { tx: purchase, history: { device: [{ series: 'paymentRefusals', times: 8 }] } },
    rests: { tx: purchase, history: { device: [{ series: 'paymentRefusals', times: 7 }] } },
  },
  'card-keeps-declining': {
    fires: { tx: purchase, history: { instrument: [{ series: 'declined', times: 3 }] } },
    rests: { tx: purchase, history: { instrument: [{ series: 'declined', times: 2 }] } },
  },
};
