import type { StaffPromotion } from '@coinwarden/contracts';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';

/** Why nobody gets it now, since when, and whether somebody or the product itself stopped it. */
export function PausedBanner({ paused }: { paused: StaffPromotion['paused'] }) {
  const translate = useTranslate();
  const format = useFormat();
  if (!paused) return null;
  const { by, at, reason } = paused;
  const values = { by: by ?? '', at: format.timeWithOffset(at), reason };
  return (
    <Alert severity="warning">
      {translate(by === null ? 'promotion.paused.automatic' : 'promotion.paused.by', values)}
    </Alert>
  );
}
