import type { FactDoc } from '@coinwarden/domain';
import { Box, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { useFactText } from '../../display/use-fact-text';
import { MONO } from '../../theme/theme';

const SHOWN = 40;

interface FactsProps {
  facts: readonly FactDoc[];
}

/** Everything a condition may read, as a pane of its own. */
export function FactReference({ facts }: FactsProps) {
  const translate = useTranslate();
  return (
    <Section title={translate('rule_editor.facts')}>
      <FactList facts={facts} />
    </Section>
  );
}

/** The facts with their types and what they mean, and a field to find one. */
export function FactList({ facts: described }: FactsProps) {
  const [text, setText] = useState('');
  const translate = useTranslate();
  const locale = useLocale();
  const factText = useFactText();
  // The rules' own descriptions are English; other languages have the words that values are shown by.
  const facts = described.map((fact) => {
    const said = locale === 'en' ? fact.path : factText(fact.path);
    return said === fact.path ? fact : { ...fact, description: said };
  });
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = facts.filter(({ path, description }) =>
    words.every((word) => `${path} ${description}`.toLowerCase().includes(word)),
  );
  return (
    <>
      <TextField
        label={translate('rule_editor.find_fact')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        fullWidth
        size="small"
        sx={{ marginBottom: 1 }}
      />
      <Box
        component="dl"
        tabIndex={0}
        aria-label={translate('rule_editor.facts')}
        sx={{ margin: 0, maxHeight: 320, overflowY: 'auto', '& dd': { margin: '0 0 8px' } }}
      >
        {found.slice(0, SHOWN).map(({ path, type, description }) => (
          <div key={path}>
            <Box component="dt" sx={{ fontFamily: MONO, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
              {path} <span style={{ color: 'var(--muted)' }}>{type}</span>
            </Box>
            <dd>
              <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
                {description}
              </Typography>
            </dd>
          </div>
        ))}
      </Box>
    </>
  );
}
