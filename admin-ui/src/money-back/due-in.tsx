import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../display/tag';
import { useNow } from '../display/use-now';
import { useFormat } from '../i18n/use-format';

const SOON_MS = 4 * 3_600_000;

/** How much time is left, kept true while it is on screen; it is said aloud when little is left or it has passed. */
export function DueIn({ value }: { value: string | null }) {
  const translate = useTranslate();
  const format = useFormat();
  const now = useNow();
  if (!value) return null;
  const left = Date.parse(value) - now;
  const when = format.fromNow(value, now);
  const text = translate(left < 0 ? 'due.overdue' : 'due.due', { when });
  return (
    <Box component="time" dateTime={value} title={format.timeWithOffset(value)}>
      {left < 0 ? (
        <Tag tone="negative">{text}</Tag>
      ) : left < SOON_MS ? (
        <Tag tone="caution">{text}</Tag>
      ) : (
        <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem', whiteSpace: 'nowrap' }}>
          {text}
        </Box>
      )}
    </Box>
  );
}
