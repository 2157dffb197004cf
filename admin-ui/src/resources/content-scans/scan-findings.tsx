import type { ContentTrialAnswer } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { RecordTable } from '../../display/record-table';
import { Tag, type Tone } from '../../display/tag';
import { Values } from '../../display/values';
import { useFormat } from '../../i18n/use-format';
import { MONO } from '../../theme/theme';

type Link = ContentTrialAnswer['links'][number];

export function ScanReasons({ reasons }: Pick<ContentTrialAnswer, 'reasons'>) {
  const translate = useTranslate();
  if (reasons.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
        {translate('content.no_reasons')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5 }}>
      {reasons.map(({ code, message, values }) => (
        <li key={`${code} ${JSON.stringify(values)}`}>
          <Typography variant="body2">{translate(`reason.${code}`, { _: message })}</Typography>
          <Values values={values} />
        </li>
      ))}
    </Box>
  );
}

const TONES: Record<Link['standing'], Tone> = {
  official: 'positive',
  allowed: 'positive',
  blocked: 'negative',
  watched: 'caution',
  lookalike: 'negative',
  unlisted: 'neutral',
};

/** Domains are shown, never linked: nobody should open one by a slip. */
export function ScanLinks({ links }: Pick<ContentTrialAnswer, 'links'>) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <RecordTable<Link>
      label={translate('content.links')}
      empty={translate('content.no_links')}
      rows={links}
      rowKey={(link) => link.host}
      columns={[
        {
          label: translate('content.domain'),
          value: ({ host }) => (
            <Box component="code" sx={{ fontFamily: MONO, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
              {host}
            </Box>
          ),
        },
        {
          label: translate('content.standing'),
          value: ({ standing, imitates, disguised }) => (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
              <Tag tone={TONES[standing]}>{translate(`content_standing.${standing}`)}</Tag>
              {imitates && <span>{translate('content.imitates', { domain: imitates })}</span>}
              {disguised && <Tag tone="caution">{translate('content.disguised')}</Tag>}
            </Box>
          ),
        },
        {
          label: translate('content.formScore'),
          numeric: true,
          value: ({ formScore }) => format.number(formScore),
        },
      ]}
    />
  );
}
