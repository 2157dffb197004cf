import type { StaffPromotion } from '@coinwarden/contracts';
import { HOUR } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Fact, Facts } from '../../../display/facts';
import { useFormat } from '../../../i18n/use-format';
import { MONO } from '../../../theme/theme';
import { AudienceWords } from '../audience-words';
import { useCodeText, useGiftText, useWindowText } from '../promotion-words';
import { type ContentsField, useContentsText } from '../use-contents-facts';

const CAPS = [
  'budgetCoins',
  'usesPerAccount',
  'exclusiveGroup',
  'holdoutPercent',
  'priority',
  'pauseAbusePercent',
  'pausePacePercent',
] as const satisfies readonly ContentsField[];

/** All that is written about it, in words; what is not set is said too. */
export function PromotionFacts({ promotion: p }: { promotion: StaffPromotion }) {
  const translate = useTranslate();
  const format = useFormat();
  const giftText = useGiftText();
  const codeText = useCodeText();
  const windowText = useWindowText();
  const text = useContentsText();
  const label = (field: string) => translate(`promotion.field.${field}`);
  const hours = (Date.parse(p.endsAt) - Date.parse(p.startsAt)) / HOUR;
  const facts: Fact[] = [
    [translate('promotion.gives'), giftText(p)],
    [label('packageIds'), text('packageIds', p)],
    [
      translate('promotion.runs'),
      <div key="runs">
        <div>{windowText(p, p.timeZone)}</div>
        <Box sx={{ color: 'var(--muted)' }}>
          {translate('promotion.lasts', {
            from: format.timeWithOffset(p.startsAt),
            until: format.timeWithOffset(p.endsAt),
            hours: translate('promotion.hours', { smart_count: hours, count: format.decimal(hours) }),
          })}
        </Box>
      </div>,
    ],
    [
      label('audience'),
      <div key="audience">
        <AudienceWords audience={p.audience} />
        {p.audience !== null && (
          <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
            {p.audience}
          </Box>
        )}
      </div>,
    ],
    [label('code'), codeText(p)],
    ...CAPS.map((field): Fact => [label(field), text(field, p)]),
    [translate('promotion.written_by'), p.authors.length === 0 ? '–' : format.list(p.authors)],
    [translate('promotion.revision'), format.number(p.revision)],
  ];
  return <Facts items={facts} />;
}
