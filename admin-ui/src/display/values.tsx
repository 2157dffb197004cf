import { Box } from '@mui/material';
import { useFactText } from './use-fact-text';
import { useValueText } from './use-value-text';

/** The values a rule or a reason read: each in plain words, with the name rules know it by in the tooltip. */
export function Values({ values }: { values: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(values);
  const nameOf = useFactText();
  const text = useValueText();
  if (entries.length === 0) return null;
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
      {entries.map(([name, value]) => (
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
            {nameOf(name)}
          </Box>{' '}
          <Box component="span" sx={{ fontWeight: 550 }}>
            {text(value)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
