import type { RuleContent, StaffRule } from '@coinwarden/contracts';
import type { Rule } from '@coinwarden/domain';

export const NEW_RULE: RuleContent = {
  key: '',
  group: 'stolen_cards',
  description: '',
  kinds: null,
  condition: '',
  effect: 'review',
  score: 60,
  mode: 'live',
  reasonCode: '',
  message: '',
};

/** What is sent when it is saved; the rest of a record says where it stands. */
export const contentOf = (rule: RuleContent | StaffRule): RuleContent => ({
  key: rule.key,
  group: rule.group,
  description: rule.description,
  kinds: rule.kinds,
  condition: rule.condition,
  effect: rule.effect,
  score: rule.score,
  mode: rule.mode,
  reasonCode: rule.reasonCode,
  message: rule.message,
});

/** As the domain has it. */
export const ruleOf = ({ effect, score, kinds, ...rest }: RuleContent): Rule => ({
  ...rest,
  effect: { type: effect, score },
  ...(kinds && { kinds }),
});
