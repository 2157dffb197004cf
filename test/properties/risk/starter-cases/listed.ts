import { ListIndex } from '@coinwarden/domain';
import { NOON } from '../../../support/rule-inputs.js';
import { gift, listed, purchase, type RuleCases } from './rule-case.js';

export const LISTED_CASES: RuleCases = {
  'blocked-value': {
    fires: { tx: purchase, lists: listed('block', 'ip', '198.18.0.1') },
    rests: { tx: purchase, lists: listed('block', 'ip', '198.18.0.1', NOON) },
  },
  'blocked-recipient': {
    fires: { tx: gift, lists: listed('block', 'account', 'bea') },
    rests: { tx: gift, lists: listed('watch', 'account', 'bea') },
  },
  'watched-value': {
    fires: { tx: gift, lists: listed('watch', 'account', 'bea') },
    rests: { tx: gift, lists: listed('watch', 'account', 'cleo') },
  },
  'allowed-value': {
    fires: { tx: gift, lists: listed('allow', 'account', 'ada') },
    rests: {
      tx: gift,
      lists: new ListIndex([
        { entryId: 'entry-1', list: 'allow', type: 'account', value: 'ada', expiresAt: null },
        { entryId: 'entry-2', list: 'block', type: 'ip', value: '198.18.0.1', expiresAt: null },
      ]),
    },
  },
};
