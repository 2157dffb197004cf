import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../i18n/use-format';
import { Instant } from './instant';

export interface Room {
  layer: string;
  measure: string;
  window: string;
  currency: string | null;
  limit: number;
  used: number;
  remaining: number;
  resetsAt: string | null;
}

const NEARLY_FULL = 0.8;

/** What is left under one limit: a bar for the eye, the numbers for the record. */
export function RoomBar({ room }: { room: Room }) {
  const translate = useTranslate();
  const format = useFormat();
  const share = room.limit === 0 ? 1 : Math.min(1, room.used / room.limit);
  const color =
    share >= 1
      ? 'var(--series-decline)'
      : share >= NEARLY_FULL
        ? 'var(--series-review)'
        : 'var(--series-held)';
  const amount = (value: number) =>
    room.currency
      ? format.money({ amountMinor: value, currency: room.currency })
      : translate('amount.coins', { smart_count: value, amount: format.number(value) });
  const name = `${translate(`measure.${room.measure}`)}, ${translate(`window.${room.window}`)}`;
  return (
    <Box sx={{ paddingY: 1 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1.5, fontSize: '0.8125rem' }}>
        <span>{name}</span>
        <Box component="span" sx={{ color: 'var(--muted)', whiteSpace: 'nowrap' }}>
          {translate(`layer.${room.layer}`)}
        </Box>
      </Box>
      <Box
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={room.limit}
        aria-valuenow={Math.min(room.used, room.limit)}
        sx={{
          height: 6,
          borderRadius: 3,
          backgroundColor: 'var(--neutral-soft)',
          marginY: '5px',
          overflow: 'hidden',
        }}
      >
        <Box sx={{ height: '100%', width: `${share * 100}%`, backgroundColor: color, borderRadius: 3 }} />
      </Box>
      <Box
        className="tabular"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          columnGap: 1.5,
          fontSize: '0.75rem',
        }}
      >
        <span>{translate('limit.left', { amount: amount(room.remaining) })}</span>
        <Box component="span" sx={{ color: 'var(--muted)' }}>
          {translate('limit.used_of', { used: amount(room.used), limit: amount(room.limit) })}
        </Box>
      </Box>
      {room.resetsAt && (
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {translate('limit.resets')} <Instant value={room.resetsAt} />
        </Typography>
      )}
    </Box>
  );
}
