import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';

interface ChoiceRowProps {
  selected?: boolean;
  disabled?: boolean;
  testId: string;
  onChoose: () => void;
  children: ReactNode;
}

/** One thing to choose, as wide as its pane. */
export const ChoiceRow = ({
  selected = false,
  disabled = false,
  testId,
  onChoose,
  children,
}: ChoiceRowProps) => (
  <Box component="li" sx={{ borderTop: '1px solid var(--border)' }}>
    <ButtonBase
      onClick={onChoose}
      disabled={disabled}
      aria-pressed={selected}
      data-testid={testId}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'start',
        padding: '9px 16px',
        fontSize: '0.8125rem',
        borderInlineStart: '3px solid transparent',
        ...(selected && { backgroundColor: 'var(--accent-soft)', borderInlineStartColor: 'var(--accent)' }),
        '&:hover': { backgroundColor: selected ? 'var(--accent-soft)' : 'var(--neutral-soft)' },
        '&:focus-visible': { outlineOffset: -2 },
        '&.Mui-disabled': { color: 'var(--muted)' },
      }}
    >
      {children}
    </ButtonBase>
  </Box>
);
