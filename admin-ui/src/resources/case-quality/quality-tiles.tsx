import type { CaseQuality } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tile } from '../../display/tile';
import { useFormat } from '../../i18n/use-format';
import { useQualityFormat } from './use-quality-format';

export function QualityTiles({ quality }: { quality: CaseQuality }) {
  const translate = useTranslate();
  const format = useFormat();
  const { share, kappa, span } = useQualityFormat();
  const { agreement } = quality;
  const label = (key: string) => translate(`case_quality.${key}`);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))' }}>
      <Tile label={label('agreement')} value={share(agreement.raw)}>
        {translate('case_quality.of_pairs', { agreed: agreement.agreed, pairs: agreement.pairs })}
      </Tile>
      <Tile label={label('kappa')} value={kappa(agreement.kappa)}>
        {label('kappa_hint')}
      </Tile>
      <Tile label={label('handle_time')} value={span(quality.medianHandleSeconds)}>
        {translate('case_quality.handled', { smart_count: quality.handled })}
      </Tile>
      <Tile label={label('overturn_rate')} value={share(quality.overturnRate)}>
        {label('overturn_hint')}
      </Tile>
      <Tile label={label('samples')} value={format.number(quality.samplesWaiting)}>
        {label('samples_hint')}
      </Tile>
    </Box>
  );
}
