import type { BacktestResultView, StaffBacktest } from '@coinwarden/contracts';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { useFormat } from '../../i18n/use-format';
import { readJson } from '../../providers/http';
import { BacktestProgress } from './backtest-progress';
import { BacktestStatusTag, useTargetText } from './backtest-words';
import { ResultView } from './result/result-view';

const REFRESH_MS = 700;
const isMoving = (one: StaffBacktest | undefined) => one?.status === 'queued' || one?.status === 'running';

/** A backtest: how far it is while it runs, and what it found. */
export default function BacktestShow() {
  const id = String(useGetRecordId());
  const { data, error, isPending, refetch } = useGetOne<StaffBacktest>(
    'backtests',
    { id },
    { refetchInterval: ({ state }) => (isMoving(state.data) ? REFRESH_MS : false) },
  );
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={data.name} />
      <Head backtest={data} />
      {data.status === 'done' && <Result id={data.id} />}
    </Box>
  );
}

function Head({ backtest }: { backtest: StaffBacktest }) {
  const translate = useTranslate();
  const targetText = useTargetText();
  const format = useFormat();
  const { slice, failure, allowedActions } = backtest;
  const parts = [
    `${format.date(slice.from)} – ${format.date(slice.to)}`,
    ...(slice.kinds?.map((kind) => translate(`kind.${kind}`)) ?? []),
    ...(slice.countries ?? []),
    ...(slice.samplePercent < 100 ? [translate('backtest.sample_of', { percent: slice.samplePercent })] : []),
    translate(`backtest.baseline.${backtest.baseline}`, { version: backtest.liveVersion }),
  ];
  return (
    <Card sx={{ padding: '12px 16px' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h2" sx={{ fontSize: '1.0625rem' }}>
              {targetText(backtest.target)}
            </Typography>
            <BacktestStatusTag value={backtest.status} />
          </Box>
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {parts.join(' · ')}
          </Typography>
          <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
            {backtest.createdBy.name} · <Instant value={backtest.createdAt} />
          </Typography>
        </Box>
        {allowedActions.includes('cancel') && <CancelButton id={backtest.id} />}
      </Box>
      {isMoving(backtest) && (
        <Box sx={{ marginTop: 2 }}>
          <BacktestProgress backtest={backtest} />
        </Box>
      )}
      {failure && (
        <Alert severity="error" sx={{ marginTop: 1.5 }}>
          {translate(`backtest.failure.${failure.code.replace('backtest.', '')}`, { _: failure.message })}
        </Alert>
      )}
    </Card>
  );
}

function CancelButton({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  const translate = useTranslate();
  const { act, busy, problem } = useAct({ done: 'backtest.cancelled', onDone: () => setAsked(false) });
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setAsked(true)}>
        {translate('backtest.cancel')}
      </Button>
      {asked && (
        <ActionDialog
          open
          title={translate('backtest.cancel_title')}
          confirmLabel={translate('backtest.cancel')}
          tone="error"
          reason="optional"
          busy={busy}
          problem={problem}
          onClose={() => setAsked(false)}
          onConfirm={(reason) =>
            act({ resource: 'backtests', id, action: 'cancel' }, { ...(reason !== '' && { reason }) })
          }
        >
          <p style={{ marginTop: 0 }}>{translate('backtest.cancel_effect')}</p>
        </ActionDialog>
      )}
    </>
  );
}

function Result({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['backtests', id, 'result'],
    queryFn: ({ signal }) => readJson<BacktestResultView>(`backtests/${id}/result`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return isPending ? <PageLoading /> : <ResultView result={data} />;
}
