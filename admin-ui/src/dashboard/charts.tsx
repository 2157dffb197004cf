import type { DashboardReport } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../display/section';
import { CoinsChart } from './coins-chart';
import { OutcomesChart } from './outcomes-chart';
import { OutcomesLegend } from './outcomes-legend';

export default function Charts({ report }: { report: DashboardReport }) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.4fr) minmax(0, 1fr)' },
        gap: 2,
      }}
    >
      <Section
        title={translate('dashboard.outcomes')}
        hint={translate(`dashboard.per.${report.bucket}`)}
        action={<OutcomesLegend />}
      >
        <OutcomesChart report={report} />
      </Section>
      <Section title={translate('dashboard.coins')} hint={translate(`dashboard.per.${report.bucket}`)}>
        <CoinsChart report={report} />
      </Section>
    </Box>
  );
}
