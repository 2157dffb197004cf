import { Box, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { QueueRow } from './queue-row';
import type { QueuePart } from './use-refund-queue';

interface QueueListProps {
  parts: readonly QueuePart[];
  currentId: string;
  onChoose: (id: string) => void;
}

export function QueueList({ parts, currentId, onChoose }: QueueListProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card
      sx={{
        position: { md: 'sticky' },
        top: 56,
        maxHeight: { md: 'calc(100vh - 88px)' },
        overflowY: { md: 'auto' },
      }}
    >
      {parts.map(({ group, refunds, total }) => (
        <section key={group} aria-label={translate(`refund_queue.${group}`)}>
          <Box
            sx={{
              display: 'flex',
              justifyContent: 'space-between',
              position: 'sticky',
              top: 0,
              zIndex: 1,
              padding: '8px 14px',
              backgroundColor: 'var(--sunken)',
              borderBottom: '1px solid var(--border)',
            }}
          >
            <Typography variant="h3" component="h2" sx={{ color: 'var(--muted)' }}>
              {translate(`refund_queue.${group}`)}
            </Typography>
            <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
              {format.number(total)}
            </Typography>
          </Box>
          <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {refunds.map((refund) => (
              <QueueRow
                key={refund.id}
                refund={refund}
                selected={refund.id === currentId}
                onChoose={() => onChoose(refund.id)}
              />
            ))}
          </Box>
        </section>
      ))}
    </Card>
  );
}
