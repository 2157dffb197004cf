import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface PeriodBarProps<Period extends string | number> {
  /** What the figures are as of. */
  children: ReactNode;
  periods: readonly Period[];
  value: Period;
  onChange: (period: Period) => void;
  words: (period: Period) => string;
}

/** Above a report: what it is as of, and for how long a time it is told. */
export function PeriodBar<Period extends string | number>(props: PeriodBarProps<Period>) {
  const { children, periods, value, onChange, words } = props;
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'flex',
        justifyContent: 'space-between',
        alignItems: 'center',
        gap: 2,
        marginBottom: 1.5,
      }}
    >
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {children}
      </Typography>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={value}
        onChange={(_, next: Period | null) => next !== null && onChange(next)}
        aria-label={translate('dashboard.period.label')}
      >
        {periods.map((period) => (
          <ToggleButton key={period} value={period}>
            {words(period)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
