import { Box, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { Title, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router';
import { Section } from '../../display/section';
import { ExcludedNow } from './exclusions';
import { OverridesInForce } from './overrides';
import { spendingPath } from './spending-path';

/** The way to an account's answer by its id, and what staff and customers have set that is in force. */
export default function LimitsHome() {
  const [id, setId] = useState('');
  const translate = useTranslate();
  const navigate = useNavigate();
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim() !== '') navigate(spendingPath(id.trim()));
  };
  return (
    <>
      <Title title={translate('resources.limits.name', { smart_count: 2 })} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Section title={translate('spending.title')} hint={translate('spending.home_hint')}>
          <Box
            component="form"
            onSubmit={open}
            sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', paddingTop: 1 }}
          >
            <TextField
              label={translate('spending.account_id')}
              value={id}
              onChange={({ target }) => setId(target.value)}
              sx={{ flex: 1, minWidth: 200, maxWidth: 420 }}
              autoFocus
              slotProps={{ htmlInput: { maxLength: 128, spellCheck: false, autoComplete: 'off' } }}
            />
            <Button type="submit" variant="contained" disabled={id.trim() === ''} sx={{ height: 37 }}>
              {translate('spending.open')}
            </Button>
          </Box>
        </Section>
        <OverridesInForce />
        <ExcludedNow />
      </Box>
    </>
  );
}
