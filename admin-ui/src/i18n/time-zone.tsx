import { Button, Tooltip } from '@mui/material';
import { useStore, useTranslate } from 'react-admin';
import { offsetAt } from './offset';

const local = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone every time on screen is shown in: the reader's own, or UTC to compare with logs and colleagues. */
export function useTimeZone() {
  const [choice, setChoice] = useStore<'local' | 'utc'>('console.timeZone', 'local');
  return {
    timeZone: choice === 'utc' ? 'UTC' : local,
    toggle: () => setChoice(choice === 'utc' ? 'local' : 'utc'),
  };
}

export function TimeZoneSwitch() {
  const { timeZone, toggle } = useTimeZone();
  const translate = useTranslate();
  const offset = offsetAt(Date.now(), timeZone);
  const hint = translate('shell.time_zone', { zone: timeZone, offset });
  return (
    <Tooltip title={hint}>
      <Button
        size="small"
        color="inherit"
        onClick={toggle}
        aria-label={hint}
        sx={{ color: 'var(--muted)', minWidth: 0 }}
      >
        {offset}
      </Button>
    </Tooltip>
  );
}
