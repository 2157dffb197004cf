import { Box } from '@mui/material';
import { usePresentedValues } from './use-presented-values';

/** The values a rule or a reason read: each in plain words, with the name rules know it by in the tooltip. */
export function Values({ values }: { values: Readonly<Record<string, unknown>> }) {
  const presented = usePresentedValues()(values);
  if (presented.length === 0) return null;
  return (
    <Box
      component="ul"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: '4px 6px',
        listStyle: 'none',
        margin: '6px 0 0',
        padding: 0,
      }}
    >
      {presented.map(({ name, label, text }) => (
        <Box
          component="li"
          key={name}
          title={name}
          sx={{
            fontSize: '0.75rem',
            padding: '1px 7px',
            borderRadius: '5px',
            border: '1px solid var(--border)',
            overflowWrap: 'anywhere',
          }}
        >
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {label}
          </Box>{' '}
          <Box component="span" sx={{ fontWeight: 550 }}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
