import type { EvidencePack } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';

/** The provider's form as it is filled, word for word. */
export function FormFields({ fields }: { fields: EvidencePack['fields'] }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box component="dl" sx={{ margin: 0, display: 'grid', gap: 1.5 }}>
      {fields.map(({ name, value, chars, maxChars }) => (
        <Box key={name} data-testid={`field-${name}`}>
          <Box component="dt" sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
            <Typography variant="body2" sx={{ fontWeight: 550 }}>
              {translate(`evidence.field.${name}`)}
            </Typography>
            <Typography
              variant="caption"
              className="tabular"
              sx={{ color: 'var(--muted)', whiteSpace: 'nowrap' }}
            >
              {translate('evidence.chars', { chars: format.number(chars), max: format.number(maxChars) })}
            </Typography>
          </Box>
          <Box
            component="dd"
            lang="en"
            tabIndex={0}
            aria-label={translate(`evidence.field.${name}`)}
            sx={{
              margin: '4px 0 0',
              padding: '6px 10px',
              borderRadius: '6px',
              backgroundColor: 'var(--sunken)',
              fontSize: '0.75rem',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
              maxHeight: 132,
              overflowY: 'auto',
            }}
          >
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
