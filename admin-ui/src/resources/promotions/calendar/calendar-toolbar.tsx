import { type CalendarView, dayAfter, dayIn, monthAfter } from '@coinwarden/domain';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { Box, Button, IconButton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router';
import { useFormat } from '../../../i18n/use-format';
import { ZonePicker } from '../zone-picker';

interface CalendarToolbarProps {
  view: CalendarView;
  day: string;
  /** From the first day shown to the last. */
  shownDays: readonly [string, string];
  timeZone: string;
  now: number;
  onZone: (zone: string) => void;
}

const WEEK_DAYS = 7;
export const calendarPath = (view: CalendarView, day: string) => `/promotions/calendar/${view}/${day}`;

/** What is looked at, the way to what is before and after, and by whose clock. */
export function CalendarToolbar({ view, day, shownDays, timeZone, now, onZone }: CalendarToolbarProps) {
  const translate = useTranslate();
  const { search } = useLocation();
  const to = (target: CalendarView, on: string) => `${calendarPath(target, on)}${search}`;
  const by = (steps: number) =>
    view === 'month' ? monthAfter(day, steps) : dayAfter(day, steps * WEEK_DAYS);
  const today = dayIn(now, timeZone);
  const words = (key: string) => translate(`promotion.calendar.${key}`);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, marginBottom: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <IconButton
          component={Link}
          to={to(view, by(-1))}
          aria-label={words(`previous_${view}`)}
          size="small"
        >
          <ChevronLeft />
        </IconButton>
        <Button variant="outlined" component={Link} to={to(view, today)}>
          {words('today')}
        </Button>
        <IconButton component={Link} to={to(view, by(1))} aria-label={words(`next_${view}`)} size="small">
          <ChevronRight />
        </IconButton>
      </Box>
      <Typography variant="h2" component="h2" aria-live="polite" sx={{ flex: 1, minWidth: 150 }}>
        <RangeTitle view={view} day={day} shownDays={shownDays} />
      </Typography>
      <ToggleButtonGroup size="small" exclusive value={view} aria-label={words('range')}>
        {(['month', 'week'] as const).map((one) => (
          <ToggleButton key={one} value={one} component={Link} to={to(one, day)}>
            {words(one)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ZonePicker
        label={words('zone')}
        value={timeZone}
        at={Date.parse(`${day}T12:00:00Z`)}
        width={220}
        onChange={onZone}
      />
    </Box>
  );
}

function RangeTitle({ view, day, shownDays }: Pick<CalendarToolbarProps, 'view' | 'day' | 'shownDays'>) {
  const { locale } = useFormat();
  const at = (text: string) => new Date(`${text}T12:00:00Z`);
  if (view === 'month')
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      at(day),
    );
  const [first, last] = shownDays;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    at(first),
    at(last),
  );
}
