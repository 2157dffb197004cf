import type { StaffPromotion } from '@coinwarden/contracts';
import { moveWindow, readWindow, type Span } from '@coinwarden/domain';
import type { Shift } from './use-move';

/** A promotion where the calendar shows it. */
export interface ShownPromotion extends Span {
  readonly promotion: StaffPromotion;
  /** On its way to where it is shown. */
  readonly moving: boolean;
}

/** As it stands, or by as many days on as it is being moved, at the same times of day of its own zone. */
export function shownPromotion(promotion: StaffPromotion, shift: Shift | null): ShownPromotion {
  const moving = shift?.id === promotion.id && shift.revision === promotion.revision && shift.days !== 0;
  if (!moving) {
    const span = { startsAt: Date.parse(promotion.startsAt), endsAt: Date.parse(promotion.endsAt) };
    return { promotion, moving: false, ...span };
  }
  const { startsAt, endsAt } = readWindow(moveWindow(promotion, shift.days));
  return { promotion, moving: true, startsAt, endsAt };
}
