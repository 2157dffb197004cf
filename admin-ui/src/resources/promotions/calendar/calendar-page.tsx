import type { StaffPromotion } from '@coinwarden/contracts';
import {
  CALENDAR_VIEWS,
  type CalendarDay,
  type CalendarView,
  calendarWeeks,
  dayIn,
} from '@coinwarden/domain';
import { Box, type Theme, Typography, useMediaQuery } from '@mui/material';
import { useMemo } from 'react';
import { ListBase, Title, useListContext, useStore, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { ErrorState } from '../../../display/error-state';
import { PageLoading } from '../../../display/page-loading';
import { useNow } from '../../../display/use-now';
import { useTimeZone } from '../../../i18n/time-zone';
import { ListHead } from '../../../list/list-page';
import { PromotionFilters } from '../promotion-filters';
import { NewPromotionButton, ViewSwitch } from '../view-switch';
import { Agenda } from './agenda';
import { CalendarGrid } from './calendar-grid';
import { CalendarToolbar } from './calendar-toolbar';
import { MoveNotice } from './move-notice';
import { shownPromotion } from './shown-promotion';
import { StatusLegend } from './status-legend';
import { useMove } from './use-move';

/** As many as a page of the API holds; more on one month is said. */
const MANY = 200;
const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string) => DAY_TEXT.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Promotions on a calendar by the clock of a zone that can be chosen; the address says which month or week. */
export default function CalendarPage() {
  const params = useParams();
  const local = useTimeZone().timeZone;
  const [chosen, setZone] = useStore<string | null>('promotions.calendarZone', null);
  const timeZone = chosen ?? local;
  const now = useNow();
  const view: CalendarView = CALENDAR_VIEWS.find((one) => one === params['view']) ?? 'month';
  const asked = params['day'] ?? '';
  const day = isDay(asked) ? asked : dayIn(now, timeZone);
  const weeks = useMemo(() => calendarWeeks(view, day, timeZone), [view, day, timeZone]);
  const days = weeks.flat();
  const at = (instant: number) => new Date(instant).toISOString();
  return (
    <ListBase
      resource="promotions"
      perPage={MANY}
      sort={{ field: 'startsAt', order: 'ASC' }}
      filter={{ from: at(days[0]!.startsAt), to: at(days.at(-1)!.endsAt) }}
      storeKey={false}
    >
      <ListHead
        filters={<PromotionFilters />}
        action={
          <Box sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
            <ViewSwitch view="calendar" />
            <NewPromotionButton />
          </Box>
        }
      />
      <CalendarToolbar
        view={view}
        day={day}
        shownDays={[days[0]!.day, days.at(-1)!.day]}
        timeZone={timeZone}
        now={now}
        onZone={(zone) => setZone(zone === local ? null : zone)}
      />
      <Calendar weeks={weeks} view={view} day={day} timeZone={timeZone} now={now} />
    </ListBase>
  );
}

interface CalendarProps {
  weeks: readonly (readonly CalendarDay[])[];
  view: CalendarView;
  day: string;
  timeZone: string;
  now: number;
}

function Calendar({ weeks, view, day, timeZone, now }: CalendarProps) {
  const translate = useTranslate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { data, total = 0, error, isPending, refetch } = useListContext<StaffPromotion>();
  const move = useMove(async () => refetch());
  if (error) return <ErrorState error={error} onRetry={() => refetch()} />;
  if (isPending) return <PageLoading />;
  const shown = data.map((promotion) => shownPromotion(promotion, move.shift));
  const title = `${translate('resources.promotions.name', { smart_count: 2 })} · ${translate('promotion.view.calendar')}`;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Title title={title} />
      <MoveNotice move={move} />
      {narrow ? (
        <Agenda shown={shown} timeZone={timeZone} />
      ) : (
        <CalendarGrid
          weeks={weeks}
          view={view}
          timeZone={timeZone}
          shown={shown}
          now={now}
          month={day.slice(0, 7)}
          move={move}
        />
      )}
      <StatusLegend />
      {total > MANY && (
        <Typography variant="body2" role="status">
          {translate('promotion.calendar.more', { shown: MANY, total })}
        </Typography>
      )}
      {!narrow && (
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {translate('promotion.calendar.how')}
        </Typography>
      )}
    </Box>
  );
}
