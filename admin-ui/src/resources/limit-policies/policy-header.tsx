import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ChangedBy } from '../../display/changed-by';
import { type Fact, Facts } from '../../display/facts';
import { Instant } from '../../display/instant';
import { Word } from '../../display/words';
import { useMay } from '../../providers/use-may';
import { useLimitText } from '../limits/limit-words';
import { EndPolicy } from './end-policy';
import { PolicyStateTag } from './policy-words';
import { SetPolicy } from './set-policy';

interface PolicyHeaderProps {
  policy: StaffLimitPolicy;
  /** All there are, the latest first. */
  versions: readonly StaffLimitPolicy[];
}

/** For whom the policy is, what holds now, why, and what may be done about it. */
export function PolicyHeader({ policy, versions }: PolicyHeaderProps) {
  const [asked, setAsked] = useState<'set' | 'end' | null>(null);
  const translate = useTranslate();
  const may = useMay('limit_policy.write');
  const { amountText, measureText, subjectText } = useLimitText();
  const current = versions.find(({ state }) => state === 'current');
  const close = () => setAsked(null);
  return (
    <Card sx={{ padding: '14px 16px', display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <Box sx={{ flex: 1, minWidth: 260, display: 'grid', gap: 1.5 }}>
        <Box>
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            <Word of="layer" value={policy.layer} /> · {subjectText(policy)} · {measureText(policy)}
          </Typography>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
            <Typography variant="h1" component="h2" className="tabular">
              {current ? amountText(current) : translate('limit_policy.no_limit')}
            </Typography>
            {current && <PolicyStateTag value="current" />}
          </Box>
        </Box>
        {current && <CurrentFacts policy={current} />}
      </Box>
      {may && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}>
          {current && (
            <Button color="error" onClick={() => setAsked('end')}>
              {translate('limit_policy.end.open')}
            </Button>
          )}
          <Button variant="contained" onClick={() => setAsked('set')}>
            {translate(current ? 'limit_policy.set.change' : 'limit_policy.set.again')}
          </Button>
        </Box>
      )}
      {asked === 'set' && <SetPolicy policy={current ?? versions[0] ?? policy} onClose={close} />}
      {asked === 'end' && current && <EndPolicy policy={current} onClose={close} />}
    </Card>
  );
}

function CurrentFacts({ policy }: { policy: StaffLimitPolicy }) {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.limit-policies.fields.${field}`);
  const facts: Fact[] = [
    [label('source'), policy.source || null],
    [label('effectiveFrom'), <Instant key="f" value={policy.effectiveFrom} form="full" />],
    [
      label('effectiveUntil'),
      policy.effectiveUntil ? (
        <Instant key="u" value={policy.effectiveUntil} form="full" />
      ) : (
        translate('moment.never')
      ),
    ],
    [
      translate('limit_policy.set_by'),
      <ChangedBy key="b" by={policy.createdBy} at={policy.createdAt} why={policy.reason} />,
    ],
  ];
  if (policy.endedBy)
    facts.push([translate('limit_policy.ended_by'), `${policy.endedBy}: ${policy.endReason}`]);
  return <Facts items={facts} />;
}
