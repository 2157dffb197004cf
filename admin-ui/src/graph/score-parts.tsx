import type { AccountLinks } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../display/tag';
import { toneOfScore } from '../resources/rings/ring-words';

/** How suspicious the account is by its links, and what makes it so. */
export function ScoreParts({
  score,
  parts,
  communitySize,
}: Pick<AccountLinks, 'score' | 'parts' | 'communitySize'>) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 0.75,
        alignItems: 'center',
        marginBottom: 1.25,
        fontSize: '0.8125rem',
      }}
    >
      <Tag tone={toneOfScore(score)}>{translate('graph.score', { score })}</Tag>
      {parts.map((part) => (
        <Tag key={part.code}>
          {translate(`link_part.${part.code}`)} {part.score}
        </Tag>
      ))}
      {communitySize > 1 && (
        <Box component="span" sx={{ color: 'var(--muted)' }}>
          {translate('graph.community', { smart_count: communitySize })}
        </Box>
      )}
    </Box>
  );
}
