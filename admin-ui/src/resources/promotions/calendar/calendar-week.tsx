import { type CalendarDay, type CalendarView, calendarBars, HOUR, placeIn } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { type BarActions, CalendarBar } from './calendar-bar';
import { HourLines } from './hour-lines';
import type { ShownPromotion } from './shown-promotion';

const WEEK_DAYS = 7;
const DAY_HOURS = 24;
/** In days: room for a few letters, and for a finger. */
const LEAST = { month: 0.3, week: 0.25 } as const;
const BAR = { month: 22, week: 42 } as const;
const ROOM = { month: 3, week: 5 } as const;
const GAP = 3;

interface CalendarWeekProps extends BarActions {
  days: readonly CalendarDay[];
  index: number;
  view: CalendarView;
  timeZone: string;
  shown: readonly ShownPromotion[];
  now: number;
  /** The month that is looked at, as `2026-12`. */
  month: string;
}

/** Seven days side by side, each as wide as the others however long it is, and the windows that lie in them. */
export function CalendarWeek({
  days,
  index,
  view,
  timeZone,
  shown,
  now,
  month,
  ...actions
}: CalendarWeekProps) {
  const bars = calendarBars(shown, days, { spanOf: (one) => one, leastDays: LEAST[view] });
  const lanes = Math.max(ROOM[view], ...bars.map(({ lane }) => lane + 1));
  const isNow = days[0]!.startsAt <= now && now < days.at(-1)!.endsAt;
  return (
    <Box
      data-week={index}
      sx={{ position: 'relative', borderTop: '1px solid var(--border)', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: `repeat(${WEEK_DAYS}, minmax(0, 1fr))` }}>
        {days.map((day) => (
          <DayCell
            key={day.day}
            day={day}
            timeZone={timeZone}
            today={day.startsAt <= now && now < day.endsAt}
            outside={view === 'month' && !day.day.startsWith(month)}
            named={view === 'week'}
          />
        ))}
      </Box>
      {view === 'week' && <HourLines days={days} timeZone={timeZone} />}
      <Box
        component="ul"
        sx={{
          position: 'relative',
          margin: '0 0 6px',
          padding: 0,
          listStyle: 'none',
          height: lanes * (BAR[view] + GAP),
        }}
      >
        {isNow && <NowLine place={placeIn(days, now)} />}
        {bars.map((bar) => (
          <li key={bar.item.promotion.id}>
            <CalendarBar
              bar={bar}
              timeZone={timeZone}
              height={BAR[view]}
              tall={view === 'week'}
              {...actions}
            />
          </li>
        ))}
      </Box>
    </Box>
  );
}

interface DayCellProps {
  day: CalendarDay;
  timeZone: string;
  today: boolean;
  outside: boolean;
  named: boolean;
}

/** The date, whether it is today, and how long the day is where that is not 24 hours. */
function DayCell({ day, timeZone, today, outside, named }: DayCellProps) {
  const translate = useTranslate();
  const { locale } = useFormat();
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format((day.startsAt + day.endsAt) / 2);
  const hours = (day.endsAt - day.startsAt) / HOUR;
  return (
    <Box
      aria-current={today ? 'date' : undefined}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 0.5,
        padding: '4px 6px',
        minHeight: 28,
        fontSize: '0.75rem',
        color: outside ? 'var(--muted)' : 'var(--text)',
        // The line goes down through the bars as well.
        '&:not(:first-of-type)::before': {
          content: '""',
          position: 'absolute',
          insetBlock: 0,
          marginInlineStart: '-7px',
          borderInlineStart: '1px solid var(--border)',
        },
      }}
    >
      {named && <span>{write({ weekday: 'short' })}</span>}
      <Box
        component="time"
        dateTime={day.day}
        aria-label={write({ dateStyle: 'full' })}
        sx={{
          minWidth: 20,
          padding: '0 5px',
          borderRadius: 10,
          textAlign: 'center',
          fontWeight: 600,
          ...(outside && { fontWeight: 400 }),
          ...(today && { color: 'var(--on-accent)', backgroundColor: 'var(--accent)' }),
        }}
      >
        {day.day.endsWith('-01') ? write({ day: 'numeric', month: 'short' }) : write({ day: 'numeric' })}
      </Box>
      {hours !== DAY_HOURS && (
        <Box
          component="span"
          title={translate('promotion.calendar.clocks_change')}
          sx={{ color: 'var(--caution)' }}
        >
          {translate('promotion.calendar.hours', { hours })}
        </Box>
      )}
    </Box>
  );
}

const NowLine = ({ place }: { place: number }) => (
  <Box
    aria-hidden
    sx={{
      position: 'absolute',
      insetInlineStart: `${(place / WEEK_DAYS) * 100}%`,
      top: 0,
      bottom: -6,
      borderInlineStart: '2px solid var(--accent)',
      pointerEvents: 'none',
    }}
  />
);
