import { Box } from '@mui/material';
import { type FlowTone, TONE_COLORS, TONE_SIGNS } from './flow-graph';

/** Only what the picture shows: colour, sign and word. */
export const FlowLegend = ({ entries }: { entries: readonly { tone: FlowTone; label: string }[] }) => (
  <Box
    component="ul"
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      gap: '4px 16px',
      margin: '10px 0 0',
      padding: 0,
      listStyle: 'none',
      fontSize: '0.75rem',
      color: 'var(--muted)',
    }}
  >
    {entries.map(({ tone, label }) => (
      <Box component="li" key={tone} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <Box sx={{ width: 14, height: 8, borderRadius: '2px', backgroundColor: TONE_COLORS[tone] }} />
        {TONE_SIGNS[tone] && <span aria-hidden>{TONE_SIGNS[tone]}</span>}
        {label}
      </Box>
    ))}
  </Box>
);
