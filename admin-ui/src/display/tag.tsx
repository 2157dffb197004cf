import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export type Tone = 'positive' | 'caution' | 'negative' | 'info' | 'neutral' | 'accent';

const COLORS: Record<Tone, { color: string; backgroundColor: string }> = {
  positive: { color: 'var(--positive)', backgroundColor: 'var(--positive-soft)' },
  caution: { color: 'var(--caution)', backgroundColor: 'var(--caution-soft)' },
  negative: { color: 'var(--negative)', backgroundColor: 'var(--negative-soft)' },
  info: { color: 'var(--info)', backgroundColor: 'var(--info-soft)' },
  accent: { color: 'var(--accent)', backgroundColor: 'var(--accent-soft)' },
  neutral: { color: 'var(--muted)', backgroundColor: 'var(--neutral-soft)' },
};

interface TagProps {
  tone?: Tone;
  /** A dot instead of a coloured ground. */
  quiet?: boolean;
  children: ReactNode;
}

/** A word with a tone; the word says it all, the colour only helps to find it. */
export const Tag = ({ tone = 'neutral', quiet = false, children }: TagProps) => (
  <Box
    component="span"
    sx={{
      display: 'inline-flex',
      alignItems: 'center',
      gap: '5px',
      height: 20,
      paddingX: '7px',
      borderRadius: '5px',
      fontSize: '0.75rem',
      fontWeight: 550,
      whiteSpace: 'nowrap',
      ...(quiet ? { paddingX: 0, fontWeight: 450 } : COLORS[tone]),
    }}
  >
    {quiet && (
      <Box
        component="span"
        sx={{ width: 6, height: 6, borderRadius: '50%', backgroundColor: COLORS[tone].color }}
      />
    )}
    {children}
  </Box>
);
