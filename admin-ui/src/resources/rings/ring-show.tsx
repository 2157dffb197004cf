import type { StaffRingDetail } from '@coinwarden/contracts';
import type { RingAction } from '@coinwarden/domain';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { Section } from '../../display/section';
import { GraphExplorer } from '../../graph/graph-explorer';
import { useDetail } from '../../providers/use-detail';
import { FindingView } from './finding-view';
import { RingDialog } from './ring-dialog';
import { FindingKinds, RingStatusTag, ScoreTag } from './ring-words';

/** One ring: what was found and may be done about it in view, who takes part and how below. */
export default function RingShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffRingDetail>('rings', id);
  const [asked, ask] = useState<RingAction | null>(null);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={`${translate('resources.rings.name', { smart_count: 1 })} · ${data.centerId}`} />
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <RingHeader ring={data} onAsk={ask} />
      </Box>
      {data.judgedReason && data.judgedAt && (
        <Alert severity="info" sx={{ marginBottom: 2 }}>
          {translate(`ring.judged.${data.status}`)} <Instant value={data.judgedAt} form="full" />:{' '}
          {data.judgedReason}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <Section title={translate('ring.graph')} hint={translate('ring.graph_hint')}>
          <GraphExplorer linked={data} center={data.centerId} />
        </Section>
        <Section title={translate('ring.findings')} hint={translate('ring.findings_hint')}>
          {data.findings.map((finding) => (
            <FindingView key={finding.key} finding={finding} />
          ))}
        </Section>
      </Box>
      {asked && <RingDialog ring={data} action={asked} onClose={() => ask(null)} />}
    </>
  );
}

interface RingHeaderProps {
  ring: StaffRingDetail;
  onAsk: (action: RingAction) => void;
}

function RingHeader({ ring, onAsk }: RingHeaderProps) {
  const translate = useTranslate();
  return (
    <Card sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, padding: '10px 16px' }}>
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <Typography variant="h2">
          <FindingKinds kinds={ring.kinds} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('ring.members', { smart_count: ring.members })} · <Coins value={ring.coins} /> ·{' '}
          <Instant value={ring.firstAt} form="date" /> – <Instant value={ring.lastAt} form="date" />
        </Typography>
      </Box>
      <ScoreTag value={ring.score} />
      <RingStatusTag value={ring.status} />
      {ring.allowedActions.map((action) => (
        <Button
          key={action}
          size="small"
          variant={action === 'confirm' ? 'contained' : 'outlined'}
          color={action === 'confirm' ? 'error' : 'primary'}
          onClick={() => onAsk(action)}
        >
          {translate(`ring.action.${action}.button`)}
        </Button>
      ))}
    </Card>
  );
}
