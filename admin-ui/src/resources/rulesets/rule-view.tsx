import type { StaffRule } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { useFormat } from '../../i18n/use-format';
import { MONO } from '../../theme/theme';
import { EffectTag } from './effect-tag';

/** A rule as people read it first and as the machine reads it below. */
export function RuleView({ rule }: { rule: StaffRule }) {
  const translate = useTranslate();
  const format = useFormat();
  const kinds = rule.kinds?.map((kind) => translate(`kind.${kind}`));
  return (
    <Box component="li" sx={{ paddingY: 1.5, '& + &': { borderTop: '1px solid var(--border)' } }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        <Typography component="h3" sx={{ flex: 1, fontWeight: 550, fontSize: '0.8125rem' }}>
          <TextLink to={`/rules/${encodeURIComponent(rule.id)}/show`}>{rule.description}</TextLink>
        </Typography>
        {rule.mode !== 'live' && <Tag tone="info">{translate(`rule_mode.${rule.mode}`)}</Tag>}
        <EffectTag effect={rule.effect} score={rule.score} />
      </Box>
      <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
        <code>{rule.key}</code> · {kinds ? format.list(kinds) : translate('rule.every_kind')}
        {rule.owner && ` · ${rule.owner.name}`}
      </Typography>
      <Box
        component="pre"
        sx={{
          margin: '8px 0 0',
          padding: '8px 10px',
          borderRadius: '6px',
          backgroundColor: 'var(--sunken)',
          fontFamily: MONO,
          fontSize: '0.75rem',
          lineHeight: 1.5,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {rule.condition}
      </Box>
    </Box>
  );
}
