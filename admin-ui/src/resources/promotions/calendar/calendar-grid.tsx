import { type CalendarDay, type CalendarView } from '@coinwarden/domain';
import { Box, Card } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { CalendarWeek } from './calendar-week';
import type { ShownPromotion } from './shown-promotion';
import { useDrag } from './use-drag';
import type { Move } from './use-move';

interface CalendarGridProps {
  weeks: readonly (readonly CalendarDay[])[];
  view: CalendarView;
  timeZone: string;
  shown: readonly ShownPromotion[];
  now: number;
  month: string;
  move: Move;
}

/** The weeks under each other; what is moved by the keyboard keeps the focus wherever it goes. */
export function CalendarGrid({ weeks, view, timeZone, shown, now, month, move }: CalendarGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const translate = useTranslate();
  const drag = useDrag(grid, move);
  useEffect(() => {
    // A bar that crosses into another week is drawn anew there.
    const id = focused.current;
    if (id === null || document.activeElement !== document.body) return;
    grid.current?.querySelector<HTMLElement>(`[data-promotion="${CSS.escape(id)}"]`)?.focus();
  });
  return (
    <Card>
      {view === 'month' && <WeekDays days={weeks[0]!} timeZone={timeZone} />}
      <Box ref={grid} role="group" aria-label={translate('promotion.calendar.label')}>
        {weeks.map((days, index) => (
          <CalendarWeek
            key={days[0]!.day}
            days={days}
            index={index}
            view={view}
            timeZone={timeZone}
            shown={shown}
            now={now}
            month={month}
            onGrab={(event, { promotion }) => drag.start(event, promotion)}
            onStep={({ promotion }, by) => {
              focused.current = promotion.id;
              move.step(promotion, by);
            }}
            wasDragged={drag.wasDragged}
          />
        ))}
      </Box>
    </Card>
  );
}

function WeekDays({ days, timeZone }: { days: readonly CalendarDay[]; timeZone: string }) {
  const { locale } = useFormat();
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone });
  return (
    <Box
      aria-hidden
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
        borderBottom: '1px solid var(--border)',
        color: 'var(--muted)',
        fontSize: '0.75rem',
        '& > *': { padding: '6px 8px' },
      }}
    >
      {days.map(({ day, startsAt, endsAt }) => (
        <span key={day}>{name.format((startsAt + endsAt) / 2)}</span>
      ))}
    </Box>
  );
}
