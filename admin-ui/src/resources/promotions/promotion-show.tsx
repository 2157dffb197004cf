import type { PromotionAction } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useState } from 'react';
import { Title, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { contentsOfRecord } from './builder/promotion-draft';
import { PromotionCodes } from './codes/promotion-codes';
import { PreviewOf } from './forecast/preview-pane';
import { SimulationPanel } from './forecast/simulation-panel';
import { PausedBanner } from './page/paused-banner';
import { PromotionActionDialog } from './page/promotion-action-dialog';
import { PromotionFacts } from './page/promotion-facts';
import { PromotionHeader } from './page/promotion-header';
import { PromotionHistory } from './page/promotion-history';
import { PromotionResults } from './results/promotion-results';
import { usePromotion } from './use-promotion';

/** Nobody has bought with these yet: what counts is what they would come to. */
const TO_COME = ['draft', 'pending_approval', 'scheduled'];

/** One promotion: where it stands and what may be done stays in view; its results or its forecast, and its story, below. */
export default function PromotionShow() {
  const id = String(useGetRecordId());
  // Whoever goes on to another one takes no open dialog along.
  return <PromotionPage key={id} id={id} />;
}

function PromotionPage({ id }: { id: string }) {
  const translate = useTranslate();
  const [asked, setAsked] = useState<PromotionAction | null>(null);
  const { data, error, isPending, refetch } = usePromotion(id);
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const toCome = TO_COME.includes(data.status);
  const contents = contentsOfRecord(data);
  return (
    <>
      <Title title={`${translate('resources.promotions.name', { smart_count: 1 })} · ${data.name}`} />
      <Box
        sx={{
          position: { sm: 'sticky' },
          top: 56,
          zIndex: 8,
          backgroundColor: 'var(--canvas)',
          paddingBottom: 2,
          display: 'grid',
          gap: 1,
        }}
      >
        <PromotionHeader promotion={data} onAsk={setAsked} />
        <PausedBanner paused={data.paused} />
      </Box>
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {toCome ? (
            <>
              <PreviewOf contents={contents} promotionId={data.id} />
              <SimulationPanel contents={contents} promotionId={data.id} />
            </>
          ) : (
            <PromotionResults promotion={data} />
          )}
          {data.singleUseCodes && <PromotionCodes promotion={data} />}
        </Box>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Section title={translate('promotion.about')}>
            <PromotionFacts promotion={data} />
          </Section>
          <PromotionHistory promotion={data} />
        </Box>
      </Panes>
      {asked && (
        <PromotionActionDialog key={asked} action={asked} promotion={data} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
