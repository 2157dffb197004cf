import type { StaffPromotion } from '@coinwarden/contracts';
import { useRef, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { ConsoleDataProvider } from '../../../providers/data-provider';
import { Refusal } from '../../../providers/http';
import { useKnowPromotion } from '../use-promotion';

/** A draft that is shown where it would be; `revision` is the one it was taken up at. */
export interface Shift {
  readonly id: string;
  readonly revision: number;
  readonly days: number;
}

export type MoveNotice =
  | { readonly kind: 'moved'; readonly promotion: StaffPromotion; readonly days: number }
  | { readonly kind: 'back'; readonly promotion: StaffPromotion }
  | { readonly kind: 'fixed'; readonly promotion: StaffPromotion }
  | { readonly kind: 'refused'; readonly promotion: StaffPromotion; readonly message: string };

/** After the last key: a draft moved by three keys is moved once. */
const PAUSE_MS = 700;
const STALE = ['record.conflict', 'promotion.not_draft', 'record.unknown'];

export const mayMove = ({ allowedActions }: StaffPromotion): boolean => allowedActions.includes('move');

/** Moves drafts by whole days: shown at once, true once the server has said so, and taken back by moving back. */
export function useMove(reread: () => Promise<unknown>) {
  const [shift, setShift] = useState<Shift | null>(null);
  const [notice, setNotice] = useState<MoveNotice | null>(null);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dataProvider = useDataProvider<ConsoleDataProvider>();
  const know = useKnowPromotion();

  const send = async (promotion: StaffPromotion, days: number): Promise<StaffPromotion | null> => {
    busy.current = true;
    try {
      const target = { resource: 'promotions', id: promotion.id, action: 'move' };
      const body = { revision: promotion.revision, days };
      const moved = await dataProvider.act<StaffPromotion>(target, body);
      know(moved);
      return moved;
    } catch (error) {
      const stale = error instanceof Refusal && STALE.includes(error.code);
      const message = error instanceof Error ? error.message : String(error);
      setNotice({ kind: 'refused', promotion, message });
      setShift(null);
      if (stale) await reread();
      return null;
    } finally {
      busy.current = false;
    }
  };

  const commit = async (promotion: StaffPromotion, days: number) => {
    clearTimeout(timer.current);
    if (days === 0) return setShift(null);
    const moved = await send(promotion, days);
    if (!moved) return;
    setNotice({ kind: 'moved', promotion: moved, days });
    // Until the list is read again the draft stays where it was put: its new revision takes the shift off.
    await reread();
  };

  const show = (promotion: StaffPromotion, days: number) =>
    setShift({ id: promotion.id, revision: promotion.revision, days });

  return {
    shift,
    notice,
    dismiss: () => setNotice(null),
    /** While it is dragged. */
    show: (promotion: StaffPromotion, days: number) => {
      if (!busy.current) show(promotion, days);
    },
    drop: (promotion: StaffPromotion, days: number) => void commit(promotion, days),
    cancel: () => setShift(null),
    /** By the keyboard: keys that follow each other make one move. */
    step: (promotion: StaffPromotion, days: number) => {
      if (!mayMove(promotion)) return setNotice({ kind: 'fixed', promotion });
      if (busy.current) return;
      const under = shift?.id === promotion.id && shift.revision === promotion.revision ? shift.days : 0;
      const next = under + days;
      show(promotion, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void commit(promotion, next), PAUSE_MS);
    },
    undo: async (promotion: StaffPromotion, days: number) => {
      const moved = await send(promotion, -days);
      if (!moved) return;
      setNotice({ kind: 'back', promotion: moved });
      await reread();
    },
  };
}

export type Move = ReturnType<typeof useMove>;
