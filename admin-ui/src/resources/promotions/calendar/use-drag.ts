import type { StaffPromotion } from '@coinwarden/contracts';
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Move } from './use-move';

/** Pixels: less is a click. */
const THRESHOLD = 4;
const WEEK_DAYS = 7;

interface Drag {
  readonly promotion: StaffPromotion;
  readonly x: number;
  readonly y: number;
}

/** Rows of the calendar carry this, from the top. */
export const ROW = '[data-week]';

/** How many days lie between two points: a column is a day, a row a week. */
function daysBetween(grid: HTMLElement, from: { x: number; y: number }, to: { x: number; y: number }) {
  const rows = [...grid.querySelectorAll(ROW)].map((row) => row.getBoundingClientRect());
  const rowAt = (y: number) => {
    const index = rows.findIndex(({ bottom }) => y < bottom);
    return index < 0 ? rows.length - 1 : index;
  };
  const width = (rows[0]?.width ?? grid.clientWidth) / WEEK_DAYS;
  const columns = Math.round((to.x - from.x) / width);
  const sign = getComputedStyle(grid).direction === 'rtl' ? -1 : 1;
  return sign * columns + WEEK_DAYS * (rowAt(to.y) - rowAt(from.y));
}

/** Drags a draft over the grid by the pointer; Escape puts it back, and where it is let go it is moved to. */
export function useDrag(grid: RefObject<HTMLElement | null>, move: Move) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const dragged = useRef(false);
  const moves = useRef(move);
  moves.current = move;

  useEffect(() => {
    if (!drag) return;
    let days = 0;
    const end = () => setDrag(null);
    const onMove = (event: globalThis.PointerEvent) => {
      const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > THRESHOLD;
      if (!grid.current || !(far || dragged.current)) return;
      dragged.current = true;
      days = daysBetween(grid.current, drag, { x: event.clientX, y: event.clientY });
      moves.current.show(drag.promotion, days);
    };
    const onUp = () => {
      if (dragged.current) moves.current.drop(drag.promotion, days);
      // After the click that follows, if one does: what was dragged to another week is another element by then.
      setTimeout(() => {
        dragged.current = false;
      });
      end();
    };
    const onCancel = () => {
      moves.current.cancel();
      end();
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onCancel();
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey);
    };
  }, [drag, grid]);

  return {
    start: (event: PointerEvent, promotion: StaffPromotion) => {
      dragged.current = false;
      if (event.button === 0) setDrag({ promotion, x: event.clientX, y: event.clientY });
    },
    /** The click that ends a drag opens nothing. */
    wasDragged: () => dragged.current,
  };
}
