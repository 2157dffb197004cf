import { audienceInPlainWords } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Clause, isSpoken } from '../rules/plain-words';

/** Whom a promotion is for, for people who read no code. */
export function AudienceWords({ audience }: { audience: string | null }) {
  const translate = useTranslate();
  const locale = useLocale();
  const clause = useMemo(
    () => audience && audienceInPlainWords(audience, isSpoken(locale) ? locale : 'en'),
    [audience, locale],
  );
  if (audience === null) return <>{translate('promotion.who.everybody')}</>;
  if (!clause) return null;
  return (
    <Box data-testid="audience-words" sx={{ fontSize: '0.8125rem', marginTop: 0.5 }}>
      {translate('promotion.who.when')} <Clause clause={clause} />
    </Box>
  );
}
