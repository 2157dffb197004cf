import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from './instant';
import { TwoLines } from './two-lines';

interface ChangedByProps {
  /** An e-mail; null for what came with the installation. */
  by: string | null;
  at: string;
  why: string | null;
}

/** Who changed something and when, and below it why. */
export function ChangedBy({ by, at, why }: ChangedByProps) {
  const translate = useTranslate();
  return (
    <TwoLines below={why}>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {by ?? translate('actor.installation')}
      </Box>{' '}
      · <Instant value={at} form="date" />
    </TwoLines>
  );
}
