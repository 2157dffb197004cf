import type { PromotionPreview } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag, type Tone } from '../../../display/tag';
import { TextLink } from '../../../display/text-link';
import { useFormat } from '../../../i18n/use-format';
import { useZoneTime } from '../promotion-words';
import { usePackageName } from '../use-packages';

type Conflict = PromotionPreview['conflicts'][number];

const TONES: Readonly<Record<Conflict['kind'], Tone>> = {
  code_taken: 'negative',
  below_payout: 'negative',
  loses_to: 'caution',
  same_group: 'caution',
  package_not_on_sale: 'caution',
  wins_over: 'info',
};

/** What stands in its way, and in whose way it stands, in plain words. */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const packageName = usePackageName();
  const zoneTime = useZoneTime();
  if (conflicts.length === 0)
    return (
      <Box sx={{ color: 'var(--muted)', fontSize: '0.8125rem' }}>{translate('promotion.conflict.none')}</Box>
    );
  const about = ({ packageIds, from, until }: Conflict) => {
    const stretch = {
      from: zoneTime(from, format.timeZone),
      until: zoneTime(until, format.timeZone),
    };
    if (packageIds.length === 0) return translate('promotion.conflict.stretch', stretch);
    const packages = format.list(packageIds.map(packageName));
    return translate('promotion.conflict.packages', { ...stretch, packages });
  };
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1, margin: 0, padding: 0, listStyle: 'none' }}>
      {conflicts.map((conflict) => (
        <Box
          component="li"
          key={`${conflict.kind} ${conflict.promotion?.id} ${conflict.from} ${conflict.packageIds.join()}`}
          sx={{ fontSize: '0.8125rem' }}
        >
          <Tag tone={TONES[conflict.kind]}>{translate(`promotion.conflict.${conflict.kind}.title`)}</Tag>{' '}
          {conflict.promotion && (
            <TextLink to={`/promotions/${encodeURIComponent(conflict.promotion.id)}/show`}>
              {conflict.promotion.name}
            </TextLink>
          )}{' '}
          {translate(`promotion.conflict.${conflict.kind}.meaning`, {
            priority: conflict.promotion?.priority ?? '',
          })}{' '}
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {about(conflict)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
