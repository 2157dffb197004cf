import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';

/** A titled part of the builder: two fields beside each other where there is room. */
export function FormSection({ name, children }: { name: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Section
      title={translate(`promotion.section.${name}.title`)}
      hint={translate(`promotion.section.${name}.hint`)}
    >
      <Box sx={{ containerType: 'inline-size' }}>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            paddingTop: 1.25,
            alignItems: 'start',
            gridTemplateColumns: 'minmax(0, 1fr)',
            '@container (min-width: 460px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {children}
        </Box>
      </Box>
    </Section>
  );
}

/** What takes the whole width of a section. */
export const Wide = ({ children }: { children: ReactNode }) => (
  <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>{children}</Box>
);
