import { COUNTRIES, type PromotionContents, type PromotionPreview } from '@coinwarden/contracts';
import { useStore } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { fieldErrorsOf, Refusal } from '../../../providers/http';
import { useLiveAnswer } from '../../../providers/use-live-answer';

/** The country of the reader's browser, to begin with. */
const regionOf = (locale: string): string => {
  const named = [...navigator.languages, locale].map((tag) => /-([A-Z]{2})\b/.exec(tag)?.[1]);
  return named.find((region) => region !== undefined && COUNTRIES.includes(region)) ?? 'US';
};

/** Where the buyer is to whom the offers are shown; remembered. */
export function useBuyerCountry(): [string, (country: string) => void] {
  const { locale } = useFormat();
  return useStore('promotions.buyerCountry', regionOf(locale));
}

/** `promotion.value` is `value`: the fields of what was sent, wherever in the request it stood. */
const fieldsIn = (error: Error | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldErrorsOf(error instanceof Refusal ? error : null)).map(([field, detail]) => [
      field.replace(/^promotion\./, ''),
      detail,
    ]),
  );

/** What a promotion comes to as it is written: offers, conflicts, worst case. */
export function usePromotionPreview(
  contents: PromotionContents | null,
  { promotionId, country }: { promotionId: string | undefined; country: string },
) {
  const { answer, error, settled, again } = useLiveAnswer<PromotionPreview>(
    'promotions/preview',
    contents && { promotion: contents, ...(promotionId !== undefined && { promotionId }), country },
  );
  return { preview: answer, error, settled, again, fields: fieldsIn(error) };
}
