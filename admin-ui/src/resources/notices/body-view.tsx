import type { StaffNoticeDetail } from '@coinwarden/contracts';
import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { useFormat } from '../../i18n/use-format';
import { MONO } from '../../theme/theme';
import { readableBody } from './readable-body';

type Form = 'readable' | 'raw';

/** What came: laid out to be read, or byte by byte. */
export function BodyView({ notice }: { notice: StaffNoticeDetail }) {
  const [form, setForm] = useState<Form>('readable');
  const translate = useTranslate();
  const format = useFormat();
  const hint = translate('notice.body.size', { bytes: format.number(notice.bodyBytes) });
  if (notice.body === null) {
    return (
      <Section title={translate('notice.body.title')} hint={hint}>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('notice.body.hidden')}
        </Typography>
      </Section>
    );
  }
  const choose = (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={form}
      onChange={(_, next: Form | null) => next && setForm(next)}
      aria-label={translate('notice.body.form')}
    >
      {(['readable', 'raw'] as const).map((value) => (
        <ToggleButton key={value} value={value}>
          {translate(`notice.body.${value}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return (
    <Section title={translate('notice.body.title')} hint={hint} action={choose}>
      <Box
        component="pre"
        // A long body scrolls inside its pane, also by keyboard.
        tabIndex={0}
        sx={{
          margin: 0,
          maxHeight: 480,
          overflow: 'auto',
          fontFamily: MONO,
          fontSize: '0.75rem',
          lineHeight: 1.5,
          whiteSpace: form === 'raw' ? 'pre-wrap' : 'pre',
          overflowWrap: 'anywhere',
        }}
      >
        {form === 'raw' ? notice.body : readableBody(notice)}
      </Box>
    </Section>
  );
}
