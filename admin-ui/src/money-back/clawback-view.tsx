import type { ClawbackPreview } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ClawbackBar } from './clawback-bar';
import { ClawbackHolders } from './clawback-holders';

type Shown = Pick<ClawbackPreview, 'steps' | 'holders' | 'moreHolders'>;

/** Who loses what when money goes back: the steps, then the people. The same view before it is done and after. */
export function ClawbackView({ clawback }: { clawback: Shown }) {
  const translate = useTranslate();
  if (clawback.steps.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('clawback.nobody')}
      </Typography>
    );
  }
  const givenBack = clawback.steps.every(({ coins }) => coins < 0);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <div>
        <ClawbackBar steps={clawback.steps} />
      </div>
      <div>
        <Typography variant="h3" component="h3" sx={{ color: 'var(--muted)', marginBottom: 0.75 }}>
          {translate(givenBack ? 'clawback.to_whom' : 'clawback.who')}
        </Typography>
        <ClawbackHolders holders={clawback.holders} moreHolders={clawback.moreHolders} />
      </div>
    </Box>
  );
}
