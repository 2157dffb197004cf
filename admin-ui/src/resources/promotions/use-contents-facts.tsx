import type { PromotionContents } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import { useGiftText } from './promotion-words';
import { usePackageName } from './use-packages';

export type ContentsField = keyof PromotionContents;

/** Fields in the order they are written; an effect and its value are one thing to a reader. */
export const CONTENTS_FIELDS = [
  'name',
  'effect',
  'value',
  'packageIds',
  'startsLocal',
  'endsLocal',
  'timeZone',
  'audience',
  'budgetCoins',
  'usesPerAccount',
  'exclusiveGroup',
  'holdoutPercent',
  'priority',
  'code',
  'singleUseCodes',
  'pauseAbusePercent',
  'pausePacePercent',
] as const satisfies readonly ContentsField[];

/** What a field of a promotion says, in words; nothing is left out because it is not set. */
export function useContentsText() {
  const translate = useTranslate();
  const format = useFormat();
  const giftText = useGiftText();
  const packageName = usePackageName();
  const none = translate('promotion.none');
  const percent = (value: number | null) => (value === null ? none : `${format.number(value)} %`);
  return (field: ContentsField, contents: PromotionContents): string => {
    switch (field) {
      case 'effect':
        return translate(`promotion_effect.${contents.effect}`);
      case 'value':
        return giftText(contents);
      case 'packageIds':
        return contents.packageIds.length === 0
          ? translate('promotion.packages.every')
          : format.list(contents.packageIds.map(packageName));
      case 'startsLocal':
      case 'endsLocal':
        return contents[field].replace('T', ' ');
      case 'audience':
        return contents.audience ?? translate('promotion.who.everybody');
      case 'budgetCoins':
      case 'usesPerAccount': {
        const value = contents[field];
        return value === null ? translate('promotion.unlimited') : format.number(value);
      }
      case 'holdoutPercent':
        return contents.holdoutPercent === 0 ? none : percent(contents.holdoutPercent);
      case 'pauseAbusePercent':
      case 'pausePacePercent':
        return percent(contents[field]);
      case 'singleUseCodes':
        return translate(contents.singleUseCodes ? 'promotion.yes' : 'promotion.no');
      case 'priority':
        return format.number(contents.priority);
      default:
        return contents[field] ?? none;
    }
  };
}
