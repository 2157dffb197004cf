import type { ClawbackPreview } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Coins } from '../display/amounts';
import { inOrder, STEP_COLORS } from './clawback-steps';

/** Where the coins come from (or go back to): one bar for the eye, and every step in words with its amount. */
export function ClawbackBar({ steps }: { steps: ClawbackPreview['steps'] }) {
  const translate = useTranslate();
  const shown = inOrder(steps);
  const all = shown.reduce((sum, { coins }) => sum + Math.abs(coins), 0);
  return (
    <>
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          gap: '2px',
          height: 8,
          borderRadius: 4,
          overflow: 'hidden',
          backgroundColor: 'var(--neutral-soft)',
        }}
      >
        {shown.map(({ step, coins }) => (
          <Box
            key={step}
            sx={{
              width: `${(Math.abs(coins) / all) * 100}%`,
              minWidth: 3,
              backgroundColor: STEP_COLORS[step],
            }}
          />
        ))}
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          padding: 0,
          margin: '10px 0 0',
          display: 'grid',
          gap: '5px',
          fontSize: '0.8125rem',
        }}
      >
        {shown.map(({ step, coins }) => (
          <Box component="li" key={step} sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
            <Box
              sx={{
                width: 8,
                height: 8,
                borderRadius: '2px',
                flexShrink: 0,
                backgroundColor: STEP_COLORS[step],
              }}
            />
            <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
              {translate(`clawback.step.${step}`)}
            </Box>
            <Coins value={coins} />
          </Box>
        ))}
      </Box>
    </>
  );
}
