import type { RuleContent } from '@coinwarden/contracts';
import { inPlainWords, PLAIN_LANGUAGES, type PlainClause, type PlainLanguage } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { ruleOf } from './rule-draft';

export const isSpoken = (locale: string): locale is PlainLanguage =>
  (PLAIN_LANGUAGES as readonly string[]).includes(locale);

/** The rule as a sentence, for people who read no code. */
export function PlainWords({ draft }: { draft: RuleContent }) {
  const translate = useTranslate();
  const locale = useLocale();
  const plain = useMemo(() => inPlainWords(ruleOf(draft), isSpoken(locale) ? locale : 'en'), [draft, locale]);
  return (
    <Section title={translate('rule_editor.words')}>
      <Box aria-live="polite" data-testid="plain-words" sx={{ fontSize: '0.875rem' }}>
        {plain.clause ? (
          <>
            {plain.effect} <Clause clause={plain.clause} />
          </>
        ) : (
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate('rule_editor.words_broken')}
          </Typography>
        )}
      </Box>
    </Section>
  );
}

/** A condition as a sentence, or as a list of them. */
export function Clause({ clause }: { clause: PlainClause }) {
  if ('text' in clause) return <>{clause.text}</>;
  return (
    <>
      {clause.label}:
      <Box component="ul" sx={{ margin: '4px 0 0', paddingLeft: 2.5 }}>
        {clause.clauses.map((inner, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, made anew as a whole
          <li key={index}>
            <Clause clause={inner} />
          </li>
        ))}
      </Box>
    </>
  );
}
