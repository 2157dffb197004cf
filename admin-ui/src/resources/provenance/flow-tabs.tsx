import { Box, Tab, Tabs, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';

export interface FlowTab {
  readonly key: string;
  readonly label: string;
  readonly table: ReactNode;
  /** What the table leaves out, in words. */
  readonly rest?: string | undefined;
}

/** The picture in figures: one table at a time. */
export function FlowTabs({ tabs, label }: { tabs: readonly FlowTab[]; label: string }) {
  const [chosen, choose] = useState(tabs[0]!.key);
  const id = useId();
  const tab = tabs.find((one) => one.key === chosen) ?? tabs[0]!;
  return (
    <Box sx={{ marginTop: 1.5, marginX: -2, borderTop: '1px solid var(--border)' }}>
      <Tabs
        value={tab.key}
        onChange={(_, next: string) => choose(next)}
        aria-label={label}
        variant="scrollable"
        sx={{ minHeight: 36, paddingX: 1, '& .MuiTab-root': { minHeight: 36, paddingY: 0.5 } }}
      >
        {tabs.map((one) => (
          <Tab
            key={one.key}
            value={one.key}
            label={one.label}
            id={`${id}-${one.key}`}
            aria-controls={`${id}-table`}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-table`}
        aria-labelledby={`${id}-${tab.key}`}
        // A long table scrolls in its place, also by keyboard, so that what follows it can be reached.
        tabIndex={0}
        sx={{
          maxHeight: 460,
          overflow: 'auto',
          '& thead th': { position: 'sticky', top: 0, zIndex: 1, backgroundColor: 'var(--surface)' },
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        {tab.table}
        {tab.rest && (
          <Typography variant="body2" sx={{ color: 'var(--muted)', padding: '8px 16px' }}>
            {tab.rest}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
