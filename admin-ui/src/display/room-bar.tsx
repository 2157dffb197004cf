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
  const color = share >= 1 ? 'var(--negative)' : share >= NEARLY_FULL ? 'var(--caution)' : 'var(--accent)';
  const amount = (value: number) =>
    room.currency
      ? format.money({ amountMinor: value, currency: room.currency })
      : translate('amount.coins', { smart_count: value, amount: format.number(value) });
  const name = `${translate(`measure.${room.measure}`)}, ${translate(`window.${room.window}`)}`;
  return (
    <Box sx={{ paddingY: 1 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="body2">
          {name}{' '}
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            · {translate(`layer.${room.layer}`)}
          </Box>
        </Typography>
        <Typography variant="body2" sx={{ whiteSpace: 'nowrap' }}>
          {translate('limit.used_of', { used: amount(room.used), limit: amount(room.limit) })}
        </Typography>
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
      <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
        {translate('limit.left', { amount: amount(room.remaining) })}
        {room.resetsAt && (
          <>
            {' · '}
            {translate('limit.resets')} <Instant value={room.resetsAt} />
          </>
        )}
      </Typography>
    </Box>
  );
}
