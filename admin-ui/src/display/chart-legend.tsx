import { Box } from '@mui/material';

export interface LegendItem {
  readonly key: string;
  readonly name: string;
  readonly color: string;
}

/** In the pane's title, so that every chart of a row has the same height. */
export const ChartLegend = ({ items }: { items: readonly LegendItem[] }) => (
  <Box
    component="ul"
    sx={{ display: 'flex', gap: 2, margin: 0, padding: 0, listStyle: 'none', fontSize: '0.75rem' }}
  >
    {items.map(({ key, name, color }) => (
      <Box
        component="li"
        key={key}
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'var(--muted)' }}
      >
        <Box sx={{ width: 8, height: 8, borderRadius: '50%', backgroundColor: color }} />
        {name}
      </Box>
    ))}
  </Box>
);
