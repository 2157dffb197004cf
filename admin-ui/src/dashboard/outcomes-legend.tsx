import { OUTCOMES } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { Word } from '../display/words';

/** In the pane's title, so that every chart of a row has the same height. */
export const OutcomesLegend = () => (
  <Box
    component="ul"
    sx={{ display: 'flex', gap: 2, margin: 0, padding: 0, listStyle: 'none', fontSize: '0.75rem' }}
  >
    {OUTCOMES.map((outcome) => (
      <Box
        component="li"
        key={outcome}
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'var(--muted)' }}
      >
        <Box sx={{ width: 8, height: 8, borderRadius: '50%', backgroundColor: `var(--series-${outcome})` }} />
        <Word of="outcome" value={outcome} />
      </Box>
    ))}
  </Box>
);
