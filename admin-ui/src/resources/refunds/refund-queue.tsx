import type { StaffRefund, StaffRefundDetail } from '@coinwarden/contracts';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Box, Button, Card, type Theme, Typography, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { Title, useRedirect, useTranslate } from 'react-admin';
import { EmptyState } from '../../display/empty-state';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useFormat } from '../../i18n/use-format';
import { ListHead } from '../../list/list-page';
import { useDetail } from '../../providers/use-detail';
import { useShortcuts } from '../../shortcuts/use-shortcuts';
import { NewRefundButton } from './new-refund-button';
import { QueueList } from './queue-list';
import { RefundEvidence } from './refund-evidence';
import { RefundHeader } from './refund-header';
import { useRefundDialogs } from './use-refund-dialogs';
import { type QueuePart, useRefundQueue } from './use-refund-queue';

/** Open refunds, those for approval first: the queue on the left, everything about the chosen one beside it. */
export default function RefundQueue() {
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [chosen, setChosen] = useState<string | null>(null);
  const translate = useTranslate();
  const redirect = useRedirect();
  const { parts, error, isPending, refetch } = useRefundQueue();
  const refunds = parts.flatMap((part) => part.refunds);
  const at = Math.max(
    0,
    refunds.findIndex(({ id }) => id === chosen),
  );
  const current = refunds[at];
  const move = (step: number) => {
    const next = refunds[at + step];
    if (next) setChosen(next.id);
  };
  // The next in line takes the place of the one that was decided.
  const next = () => setChosen(refunds[at + 1]?.id ?? refunds[at - 1]?.id ?? null);
  const dialogs = useRefundDialogs(current, next);
  const open = (id: string) => redirect(`/refunds/${encodeURIComponent(id)}/show`);
  useShortcuts({
    'queue.next': () => move(1),
    'queue.previous': () => move(-1),
    'queue.open': () => current && open(current.id),
    'refund.approve': () => dialogs.ask('approve'),
    'refund.reject': () => dialogs.ask('reject'),
  });
  return (
    <>
      <Title title={translate('refund_queue.title')} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <PageLoading />
      ) : !current ? (
        <Card>
          <EmptyState
            icon={TaskAltOutlined}
            title={translate('refund_queue.empty.title')}
            hint={translate('refund_queue.empty.hint')}
            action={<NewRefundButton />}
          />
        </Card>
      ) : (
        <>
          <ListHead filters={<HowMany parts={parts} />} action={<NewRefundButton />} />
          <Box sx={{ display: 'grid', gridTemplateColumns: COLUMNS, gap: 2, alignItems: 'start' }}>
            <QueueList
              parts={parts}
              currentId={current.id}
              onChoose={(id) => (wide ? setChosen(id) : open(id))}
            />
            {wide && (
              <QueueCase
                key={current.id}
                refund={current}
                onAsk={dialogs.ask}
                onOpen={() => open(current.id)}
              />
            )}
          </Box>
        </>
      )}
      {dialogs.dialogs}
    </>
  );
}

const COLUMNS = { xs: 'minmax(0, 1fr)', md: '300px minmax(0, 1fr)', lg: '340px minmax(0, 1fr)' };

function HowMany({ parts }: { parts: readonly QueuePart[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const count = parts.reduce((sum, { total }) => sum + total, 0);
  return (
    <Typography variant="body2" sx={{ color: 'var(--muted)', lineHeight: '32px' }}>
      {translate('refund_queue.how_many', { smart_count: count, count: format.number(count) })}
    </Typography>
  );
}

interface QueueCaseProps {
  refund: StaffRefund;
  onAsk: Parameters<typeof RefundHeader>[0]['onAsk'];
  onOpen: () => void;
}

function QueueCase({ refund, onAsk, onOpen }: QueueCaseProps) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useDetail<StaffRefundDetail>('refunds', refund.id);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <RefundHeader
          refund={refund}
          onAsk={onAsk}
          extra={<Button onClick={onOpen}>{translate('refund_queue.open')}</Button>}
        />
      </Box>
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : isPending ? (
        <PageLoading />
      ) : (
        <RefundEvidence refund={data} />
      )}
    </Box>
  );
}
