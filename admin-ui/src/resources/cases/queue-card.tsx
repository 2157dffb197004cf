import type { StaffQueue } from '@coinwarden/contracts';
import { Box, Button, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { DueIn } from '../../money-back/due-in';
import { useQueueNames } from './use-queue-names';

interface QueueCardProps {
  queue: StaffQueue;
  selected: boolean;
  busy: boolean;
  onPull: () => void;
}

const MINUTES_PER_HOUR = 60;

/** One queue: what waits, what of it this person could be handed, what is late, and the way to the next case. */
export function QueueCard({ queue, selected, busy, onPull }: QueueCardProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { queueName } = useQueueNames();
  const row = useRef<HTMLLIElement>(null);
  const name = queueName(queue);
  const open = encodeURIComponent(JSON.stringify({ queueId: queue.id, open: true }));
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const figures = [
    ['waiting', queue.waiting],
    ['mine', queue.mine],
    ['claimed', queue.claimed],
    ['snoozed', queue.snoozed],
  ] as const;
  return (
    <Box
      component="li"
      ref={row}
      data-testid="queue"
      aria-current={selected ? 'true' : undefined}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '8px 20px',
        padding: '12px 16px',
        borderBottom: '1px solid var(--border)',
        borderInlineStart: '3px solid transparent',
        '&:last-of-type': { borderBottom: 0 },
        ...(selected && { backgroundColor: 'var(--accent-soft)', borderInlineStartColor: 'var(--accent)' }),
      }}
    >
      <Box sx={{ flex: '1 1 140px', minWidth: 0 }}>
        <TextLink to={`/cases?filter=${open}`}>{name}</TextLink>{' '}
        {queue.paused && <Tag tone="caution">{translate('case_setup.paused')}</Tag>}
        <Typography variant="caption" sx={{ display: 'block', color: 'var(--muted)' }}>
          {translate('case_setup.within', { hours: format.number(queue.slaMinutes / MINUTES_PER_HOUR) })}
          {queue.skill && ` · ${translate('case_queue.skill', { skill: queue.skill })}`}
        </Typography>
      </Box>
      <Box component="dl" sx={{ display: 'flex', gap: 1.5, margin: 0 }}>
        {figures.map(([figure, value]) => (
          <Box key={figure} sx={{ minWidth: 56 }}>
            <Typography component="dt" variant="caption" sx={{ color: 'var(--muted)' }}>
              {translate(`case_queue.${figure}`)}
            </Typography>
            <Box component="dd" className="tabular" sx={{ margin: 0, fontWeight: value > 0 ? 600 : 400 }}>
              {format.number(value)}
            </Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ flex: '0 0 165px', display: 'grid', justifyItems: 'start', gap: 0.5 }}>
        {queue.overdue > 0 && (
          <Tag tone="negative">{translate('case_queue.overdue', { smart_count: queue.overdue })}</Tag>
        )}
        <DueIn value={queue.nextDueAt} />
      </Box>
      <Button
        variant={selected ? 'contained' : 'outlined'}
        disabled={busy || !queue.allowedActions.includes('next')}
        onClick={onPull}
        aria-label={translate('case_queue.next_of', { name })}
      >
        {translate('case_queue.next')}
      </Button>
    </Box>
  );
}
