import type { StaffContentScan } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';

const TONES: Record<StaffContentScan['verdict'], Tone> = {
  clean: 'positive',
  suspect: 'caution',
  scam: 'negative',
};

/** What is clean stays quiet. */
export function VerdictTag({ value }: { value: StaffContentScan['verdict'] }) {
  const translate = useTranslate();
  return (
    <Tag tone={TONES[value]} quiet={value === 'clean'}>
      {translate(`content_verdict.${value}`)}
    </Tag>
  );
}
