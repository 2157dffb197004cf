import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const STATE_TONES: Record<StaffLimitPolicy['state'], Tone> = {
  current: 'positive',
  scheduled: 'info',
  past: 'neutral',
  withdrawn: 'neutral',
};

export function PolicyStateTag({ value }: { value: StaffLimitPolicy['state'] }) {
  const translate = useTranslate();
  return (
    <Tag tone={STATE_TONES[value]} quiet={value !== 'scheduled'}>
      {translate(`limit_policy.state.${value}`)}
    </Tag>
  );
}

/** What all versions of one policy share. */
export type PolicyKey = Pick<StaffLimitPolicy, 'layer' | 'country' | 'ageBand' | 'measure' | 'window'>;

export const keyOf = ({ layer, country, ageBand, measure, window }: PolicyKey): PolicyKey => ({
  layer,
  country,
  ageBand,
  measure,
  window,
});
