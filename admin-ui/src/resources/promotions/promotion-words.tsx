import type { PromotionContents, StaffPromotion } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../display/tag';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';

export const STATUS_TONES: Readonly<Record<StaffPromotion['status'], Tone>> = {
  draft: 'neutral',
  pending_approval: 'caution',
  scheduled: 'info',
  active: 'positive',
  paused: 'negative',
  ended: 'neutral',
};

export const PromotionStatusTag = ({ value }: { value: StaffPromotion['status'] }) => (
  <Tag tone={STATUS_TONES[value]} quiet={value === 'ended'}>
    <Word of="promotion_status" value={value} />
  </Tag>
);

/** What it gives, as one would put it on a shop window. */
export function useGiftText() {
  const translate = useTranslate();
  const format = useFormat();
  return ({ effect, value }: Pick<PromotionContents, 'effect' | 'value'>): string =>
    translate(`promotion_effect_value.${effect}`, { value: format.number(value) });
}

type Coded = Pick<PromotionContents, 'code' | 'singleUseCodes'>;

/** How a buyer comes to it. */
export function useCodeText() {
  const translate = useTranslate();
  return ({ code, singleUseCodes }: Coded): string =>
    singleUseCodes ? translate('promotion.single_use') : (code ?? translate('promotion.automatic'));
}

/** A time by the clock of a zone that is not the console's, as `Dec 24, 2026, 18:00`. */
export function useZoneTime() {
  const { locale } = useFormat();
  return (at: string | number, timeZone: string): string =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
      timeZone,
    }).format(new Date(at));
}

/** From when until when, by the clock of a zone that is named. */
export function useWindowText() {
  const translate = useTranslate();
  const zoneTime = useZoneTime();
  return ({ startsAt, endsAt }: Pick<StaffPromotion, 'startsAt' | 'endsAt'>, timeZone: string): string =>
    translate('promotion.window', {
      from: zoneTime(startsAt, timeZone),
      until: zoneTime(endsAt, timeZone),
      zone: timeZone,
    });
}
