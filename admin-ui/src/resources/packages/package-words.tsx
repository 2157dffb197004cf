import type { StaffPackage } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { Word } from '../../display/words';
import { useFormat } from '../../i18n/use-format';

const STATUS_TONES = { draft: 'info', scheduled: 'accent', on_sale: 'positive', retired: 'neutral' } as const;

export const PackageStatusTag = ({ value }: { value: StaffPackage['status'] }) => (
  <Tag tone={STATUS_TONES[value]} quiet={value === 'on_sale'}>
    <Word of="catalogue_status" value={value} />
  </Tag>
);

type Sale = Pick<StaffPackage, 'status' | 'saleFrom' | 'saleUntil'>;

/** When it is sold, as one would say it. */
export function useSaleText() {
  const translate = useTranslate();
  const format = useFormat();
  return ({ status, saleFrom, saleUntil }: Sale): string => {
    if (saleFrom === null) return translate('package.sale.draft');
    const from = format.timeWithOffset(saleFrom);
    if (saleUntil === null) return translate(`package.sale.${status}`, { from });
    return translate(`package.sale.${status}_until`, { from, until: format.timeWithOffset(saleUntil) });
  };
}
