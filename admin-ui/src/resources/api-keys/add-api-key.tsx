import type { ApiKeyWithSecret } from '@coinwarden/contracts';
import { API_KEY_SCOPES, type ApiKeyScope } from '@coinwarden/domain';
import {
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormHelperText,
  FormLabel,
  Stack,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { SecretDialog } from '../../actions/secret-dialog';
import { useCreateRecord } from '../../actions/use-create-record';

/** A key carries only the scopes ticked here, and its secret is shown once. */
export function AddApiKey({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiKeyScope[]>([]);
  const [added, setAdded] = useState<ApiKeyWithSecret | null>(null);
  const translate = useTranslate();
  const { create, busy, problem, fields } = useCreateRecord<ApiKeyWithSecret>('api-keys', {
    done: 'api_key.added',
    onDone: setAdded,
  });
  if (added) {
    return (
      <SecretDialog
        title={translate('api_key.secret_title')}
        hint={translate('api_key.secret_hint')}
        secret={added.apiKey}
        onClose={onClose}
      />
    );
  }
  const toggle = (scope: ApiKeyScope, on: boolean) =>
    setScopes(on ? [...scopes, scope] : scopes.filter((other) => other !== scope));
  return (
    <ActionDialog
      open
      title={translate('api_key.add_title')}
      confirmLabel={translate('api_key.add')}
      reason="none"
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => create({ name, scopes })}
    >
      <Stack spacing={2} sx={{ paddingTop: 1 }}>
        <TextField
          label={translate('resources.api-keys.fields.name')}
          helperText={fields['name'] ?? translate('api_key.name_hint')}
          value={name}
          onChange={(e) => setName(e.target.value)}
          error={fields['name'] !== undefined}
          autoFocus
          required
        />
        <FormControl error={fields['scopes'] !== undefined} component="fieldset">
          <FormLabel component="legend" sx={{ fontSize: '0.8125rem' }}>
            {translate('resources.api-keys.fields.scopes')}
          </FormLabel>
          <FormGroup>
            {API_KEY_SCOPES.map((scope) => (
              <FormControlLabel
                key={scope}
                control={
                  <Checkbox
                    size="small"
                    sx={{ padding: '4px 9px' }}
                    checked={scopes.includes(scope)}
                    onChange={(_, on) => toggle(scope, on)}
                  />
                }
                label={translate(`permission.${scope}`)}
                sx={{ '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
              />
            ))}
          </FormGroup>
          {fields['scopes'] && <FormHelperText>{fields['scopes']}</FormHelperText>}
        </FormControl>
      </Stack>
    </ActionDialog>
  );
}
