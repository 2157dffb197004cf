import type { RulesetStatus } from '@coinwarden/domain';
import { Tag, type Tone } from '../../display/tag';
import { Word } from '../../display/words';

const TONES: Readonly<Record<RulesetStatus, Tone>> = {
  draft: 'neutral',
  validated: 'info',
  shadow: 'accent',
  pending_approval: 'caution',
  scheduled: 'info',
  live: 'positive',
  retired: 'neutral',
  rejected: 'negative',
  withdrawn: 'neutral',
};

export const RulesetStatusTag = ({ status }: { status: RulesetStatus }) => (
  <Tag tone={TONES[status]}>
    <Word of="ruleset_status" value={status} />
  </Tag>
);
