import type { EvidencePack } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';

const KILOBYTE = 1_000;

/** How much of what the bank takes is used, so that nothing is refused for its length. */
export function EvidenceSize({ size }: { size: EvidencePack['size'] }) {
  const translate = useTranslate();
  const format = useFormat();
  const items = [
    ['pages', size.pages, size.maxPages],
    ['chars', size.chars, size.maxChars],
    ['kilobytes', Math.ceil(size.bytes / KILOBYTE), size.maxBytes / KILOBYTE],
  ] as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {items.map(([unit, used, max]) => (
        <Typography
          key={unit}
          variant="caption"
          className="tabular"
          sx={{ color: used > max ? 'var(--negative)' : 'var(--muted)', whiteSpace: 'nowrap' }}
        >
          {translate(`evidence.size.${unit}`, { used: format.number(used), max: format.number(max) })}
        </Typography>
      ))}
    </Box>
  );
}
