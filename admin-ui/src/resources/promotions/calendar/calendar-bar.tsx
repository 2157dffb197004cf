import type { CalendarBar as Bar } from '@coinwarden/domain';
import { Box, Tooltip } from '@mui/material';
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useGiftText, useWindowText } from '../promotion-words';
import type { ShownPromotion } from './shown-promotion';
import { BAR_LOOKS } from './status-legend';
import { mayMove } from './use-move';

const WEEK_DAYS = 7;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -WEEK_DAYS,
  ArrowDown: WEEK_DAYS,
};

export interface BarActions {
  onGrab: (event: PointerEvent, shown: ShownPromotion) => void;
  onStep: (shown: ShownPromotion, days: number) => void;
  wasDragged: () => boolean;
}

interface CalendarBarProps extends BarActions {
  bar: Bar<ShownPromotion>;
  timeZone: string;
  height: number;
  /** Room for a second line. */
  tall: boolean;
}

const percent = (days: number) => `${(days / WEEK_DAYS) * 100}%`;

/** A promotion in its window: a link to its page, and while it is a draft something to move. */
export function CalendarBar({ bar, timeZone, height, tall, ...actions }: CalendarBarProps) {
  const { promotion, startsAt, endsAt, moving } = bar.item;
  const translate = useTranslate();
  const giftText = useGiftText();
  const windowText = useWindowText();
  const span = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
  const movable = mayMove(promotion);
  const lines = [
    `${promotion.name} · ${giftText(promotion)} · ${translate(`promotion_status.${promotion.status}`)}`,
    windowText(span, timeZone),
    ...(promotion.timeZone === timeZone ? [] : [windowText(span, promotion.timeZone)]),
    translate(movable ? 'promotion.calendar.movable' : 'promotion.calendar.fixed'),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const days = event.shiftKey ? STEPS[event.key] : undefined;
    if (days === undefined) return;
    event.preventDefault();
    actions.onStep(bar.item, days);
  };
  return (
    <Tooltip title={lines.map((line) => <div key={line}>{line}</div>)} disableInteractive>
      <Box
        component={Link}
        to={`/promotions/${encodeURIComponent(promotion.id)}/show`}
        aria-label={lines.join('. ')}
        data-promotion={promotion.id}
        draggable={false}
        onKeyDown={onKeyDown}
        onPointerDown={(event: PointerEvent) => movable && actions.onGrab(event, bar.item)}
        onClick={(event: MouseEvent) => actions.wasDragged() && event.preventDefault()}
        sx={{
          position: 'absolute',
          insetInlineStart: percent(bar.from),
          width: `calc(${percent(bar.to - bar.from)} - 2px)`,
          top: bar.lane * (height + 3),
          height,
          padding: '0 7px',
          overflow: 'hidden',
          fontSize: '0.75rem',
          lineHeight: tall ? 1.35 : `${height - 2}px`,
          whiteSpace: 'nowrap',
          textOverflow: 'ellipsis',
          textDecoration: 'none',
          border: '1px solid',
          borderRadius: `${bar.begins ? 5 : 0}px ${bar.ends ? 5 : 0}px ${bar.ends ? 5 : 0}px ${bar.begins ? 5 : 0}px`,
          ...BAR_LOOKS[promotion.status],
          ...(movable && { cursor: 'grab', touchAction: 'none' }),
          ...(moving && { boxShadow: '0 4px 14px rgb(0 0 0 / 0.25)', zIndex: 3, cursor: 'grabbing' }),
          '&:focus-visible': { outlineOffset: 1, zIndex: 4 },
        }}
      >
        <Box
          component="span"
          sx={{ fontWeight: 550, display: tall ? 'block' : 'inline', paddingTop: tall ? '3px' : 0 }}
        >
          {promotion.name}
        </Box>
        {tall ? giftText(promotion) : ` ${giftText(promotion)}`}
      </Box>
    </Tooltip>
  );
}
