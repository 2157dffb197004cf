import type { StaffDisputeDetail } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panes } from '../../../display/panes';
import { Section } from '../../../display/section';
import { CostComparison } from '../cost-comparison';
import { DisputeFacts } from './dispute-facts';
import { DisputeMoney } from './dispute-money';
import { DisputeTimeline } from './dispute-timeline';
import { LiabilityView } from './liability-view';

/** What happened on the left, what it is and costs on the right. */
export function DisputeOverview({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const { comparison, liability } = dispute;
  return (
    <Panes>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <DisputeTimeline dispute={dispute} />
        <DisputeMoney dispute={dispute} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        {comparison && (
          <Section title={translate('comparison.title')} hint={translate('comparison.hint')}>
            <CostComparison comparison={comparison} />
          </Section>
        )}
        <DisputeFacts dispute={dispute} />
        {liability && <LiabilityView liability={liability} />}
      </Box>
    </Panes>
  );
}
