import type { EvidenceExhibit, EvidencePack } from '@coinwarden/contracts';
import { Box, Switch, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../../display/section';
import { Tag } from '../../../display/tag';

interface ExhibitListProps {
  pack: EvidencePack;
  disabled: boolean;
  onChange: (key: EvidenceExhibit['key'], included: boolean) => void;
}

/** What goes into the document, in its order; those the reason calls for are in it already. */
export function ExhibitList({ pack, disabled, onChange }: ExhibitListProps) {
  const translate = useTranslate();
  return (
    <Section title={translate('evidence.exhibits')} hint={translate('evidence.exhibits_hint')}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {pack.exhibits.map((exhibit) => (
          <ExhibitRow key={exhibit.key} exhibit={exhibit} disabled={disabled} onChange={onChange} />
        ))}
      </Box>
    </Section>
  );
}

type ExhibitRowProps = Omit<ExhibitListProps, 'pack'> & { exhibit: EvidenceExhibit };

function ExhibitRow({ exhibit, disabled, onChange }: ExhibitRowProps) {
  const translate = useTranslate();
  const { key, letter, included, empty, recommended, summary } = exhibit;
  const name = translate(`evidence.exhibit.${key}`);
  return (
    <Box
      component="li"
      data-testid={`exhibit-${key}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr) auto',
        gap: 1,
        alignItems: 'start',
        paddingY: 1,
        borderTop: '1px solid var(--border)',
        '&:first-of-type': { borderTop: 'none' },
      }}
    >
      <Typography variant="body2" sx={{ fontWeight: 650, color: letter ? 'var(--accent)' : 'var(--muted)' }}>
        {letter ?? '–'}
      </Typography>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="body2" sx={{ fontWeight: 550 }}>
            {name}
          </Typography>
          {empty ? (
            <Tag>{translate('evidence.nothing_known')}</Tag>
          ) : (
            recommended && <Tag tone="accent">{translate('evidence.recommended')}</Tag>
          )}
        </Box>
        <Typography variant="caption" lang="en" sx={{ color: 'var(--muted)', display: 'block' }}>
          {summary}
        </Typography>
      </Box>
      <Switch
        size="small"
        checked={included}
        disabled={disabled || empty}
        onChange={(event) => onChange(key, event.target.checked)}
        slotProps={{ input: { 'aria-label': name } }}
      />
    </Box>
  );
}
