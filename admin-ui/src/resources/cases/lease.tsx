import type { StaffCase } from '@coinwarden/contracts';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { CaseActorName } from './case-words';

const SECOND_MS = 1_000;
const SOON_MS = 60_000;

/** Who has the case; for its holder, how long still. */
export function Lease({ claim }: { claim: StaffCase['claim'] }) {
  const translate = useTranslate();
  if (!claim) return null;
  if (claim.mine) return <Countdown until={claim.until} />;
  return (
    <Tag tone="caution">
      {translate('case.held_by')} <CaseActorName actor={claim.by} />
    </Tag>
  );
}

function Countdown({ until }: { until: string }) {
  const translate = useTranslate();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Date.parse(until) - now);
  const seconds = Math.floor(left / SECOND_MS);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <Tag tone={left < SOON_MS ? 'caution' : 'accent'}>
      <span className="tabular">
        {translate(left === 0 ? 'case.lease_over' : 'case.yours', { left: clock })}
      </span>
    </Tag>
  );
}
