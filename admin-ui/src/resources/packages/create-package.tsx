import type { StaffPackage } from '@coinwarden/contracts';
import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useCreateRecord } from '../../actions/use-create-record';
import { useUnsaved } from '../../actions/use-unsaved';
import { contentsOf, NO_CONTENTS, PackageFields } from './package-fields';

/** Makes a draft and opens it: there it gets its prices and goes on sale. */
export function CreatePackage({ onClose }: { onClose: () => void }) {
  const [packageId, setPackageId] = useState('');
  const [draft, setDraft] = useState(NO_CONTENTS);
  const translate = useTranslate();
  const redirect = useRedirect();
  const { create, busy, problem, refusal, fields } = useCreateRecord<StaffPackage>('packages', {
    done: 'package.create.done',
    onDone: ({ id }) => redirect('show', 'packages', id),
  });
  useUnsaved((packageId !== '' || draft !== NO_CONTENTS) && !busy);
  const contents = contentsOf(draft);
  const id = packageId.trim();
  const taken = refusal?.code === 'record.conflict';
  const idError = taken ? translate('package.create.taken', { id }) : fields['packageId'];
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('package.create.title')}
      confirmLabel={translate('package.create.button')}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={id !== '' && contents !== null}
      busy={busy}
      problem={taken ? null : problem}
      onClose={onClose}
      onConfirm={(reason) => create({ packageId: id, ...contents, reason })}
    >
      <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
        <span>{translate('package.create.effect')}</span>
        <TextField
          label={translate('resources.packages.fields.id')}
          value={packageId}
          onChange={({ target }) => setPackageId(target.value)}
          error={idError !== undefined}
          helperText={idError ?? translate('package.create.id_hint')}
          autoFocus
          required
          slotProps={{ htmlInput: { maxLength: 128, spellCheck: false, autoComplete: 'off' } }}
        />
        <PackageFields
          draft={draft}
          fields={fields}
          onChange={(changes) => setDraft({ ...draft, ...changes })}
        />
      </Box>
    </ActionDialog>
  );
}
