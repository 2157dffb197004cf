import type { CaseQueuePreview, CaseQueueRequest } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { sendJson } from '../../providers/http';
import { useQueueNames } from '../cases/use-queue-names';

const PAUSE_MS = 400;

/** The value once it has rested. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  const sign = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what it says, not by which object it is
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sign]);
  return rested;
}

interface QueuePreviewProps {
  queueId: string;
  /** Null while it is not whole. */
  request: CaseQueueRequest | null;
}

/** Where the alerts of the last weeks would have gone, were the queue like this. */
export function QueuePreview({ queueId, request }: QueuePreviewProps) {
  const translate = useTranslate();
  const format = useFormat();
  const asked = useRested({ queueId, request });
  const { data, error } = useQuery({
    queryKey: ['queues', 'preview', asked],
    queryFn: () =>
      sendJson<CaseQueuePreview>(
        'POST',
        `queues/${encodeURIComponent(asked.queueId)}/preview`,
        asked.request,
      ),
    enabled: asked.request !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <Box
      component="section"
      aria-label={translate('case_setup.preview.title')}
      aria-live="polite"
      sx={{
        backgroundColor: 'var(--canvas)',
        borderRadius: 2,
        padding: 2,
        alignSelf: 'start',
        minHeight: 160,
      }}
    >
      <Typography component="h3" sx={{ fontSize: '0.8125rem', fontWeight: 600, marginBottom: 1 }}>
        {translate('case_setup.preview.title')}
      </Typography>
      {error || request === null ? (
        <span style={{ color: 'var(--muted)' }}>{translate('case_setup.preview.not_yet')}</span>
      ) : (
        data && (
          <>
            <div>
              {translate('case_setup.preview.would', {
                after: format.number(data.after),
                smart_count: data.alerts,
                alerts: format.number(data.alerts),
              })}
            </div>
            <div style={{ color: 'var(--muted)' }}>
              {translate('case_setup.preview.does', { before: format.number(data.before) })}
            </div>
            <Shifts title={translate('case_setup.preview.gains')} shifts={data.gains} />
            <Shifts title={translate('case_setup.preview.losses')} shifts={data.losses} />
          </>
        )
      )}
    </Box>
  );
}

function Shifts({ title, shifts }: { title: string; shifts: CaseQueuePreview['gains'] }) {
  const format = useFormat();
  const { queueName } = useQueueNames();
  if (shifts.length === 0) return null;
  return (
    <Box sx={{ marginTop: 1.5 }}>
      <div style={{ fontWeight: 550 }}>{title}</div>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.25 }}>
        {shifts.map(({ queueId, alerts }) => (
          <li key={queueId}>
            {queueName(queueId)}: <span className="tabular">{format.number(alerts)}</span>
          </li>
        ))}
      </Box>
    </Box>
  );
}
