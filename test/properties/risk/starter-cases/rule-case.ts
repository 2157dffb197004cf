import { DAY, ListIndex } from '@coinwarden/domain';
import { NOON, type Traits } from '../../../support/rule-inputs.js';

/** For a rule of the starter ruleset one transaction it must see and one, close to it, that it must leave alone. */
export interface RuleCase {
  readonly fires: Traits;
  readonly rests: Traits;
}

export type RuleCases = Readonly<Record<string, RuleCase>>;

export const aged = (ms: number) => ({ createdAt: NOON - ms });
export const card = (payment: object) => ({
  kind: 'purchase' as const,
  payment: {
    provider: 'stripe',
    reference: 'pay-1',
    instrument: 'card-1',
    country: 'DE',
    captured: true,
    ...payment,
  },
});
export const purchase = { kind: 'purchase' } as const;
export const gift = { kind: 'gift' } as const;
export const reward = { kind: 'reward' } as const;
export const withdrawal = { kind: 'withdrawal' } as const;
export const store = card({ provider: 'apple' });
export const ids = (count: number, name = 'x') => Array.from({ length: count }, (_, i) => `${name}${i}`);
export const KNOWN_PHONE = { devices: ['phone'] };
export const OTHER_PHONE = { devices: ['older phone'] };
export const listed = (
  list: 'allow' | 'block' | 'watch',
  type: 'ip' | 'account',
  value: string,
  expiresAt = NOON + DAY,
) => new ListIndex([{ entryId: value, list, type, value, expiresAt }]);
