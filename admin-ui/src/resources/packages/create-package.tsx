import type { StaffPackage } from '@coinwarden/contracts';
import { Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useGetList, useRedirect, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useCreateRecord } from '../../actions/use-create-record';
import { useUnsaved } from '../../actions/use-unsaved';
import { type ContentsDraft, contentsOf, NO_CONTENTS, PackageFields } from './package-fields';

const ROOM_BETWEEN = 10;

/** Makes a draft and opens it: there it gets its prices and goes on sale. */
export function CreatePackage({ onClose }: { onClose: () => void }) {
  const [packageId, setPackageId] = useState('');
  const [typed, setTyped] = useState<Partial<ContentsDraft>>({});
  const translate = useTranslate();
  const redirect = useRedirect();
  const { create, busy, problem, refusal, fields } = useCreateRecord<StaffPackage>('packages', {
    done: 'package.create.done',
    onDone: ({ id }) => redirect('show', 'packages', id),
  });
  useUnsaved((packageId !== '' || Object.keys(typed).length > 0) && !busy);
  const draft = { ...NO_CONTENTS, position: useNextPosition(), ...typed };
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
          onChange={(changes) => setTyped({ ...typed, ...changes })}
        />
      </Box>
    </ActionDialog>
  );
}

/** Behind all others, with room between: a new package pushes itself before nothing that sells. */
function useNextPosition(): string {
  const { data } = useGetList<StaffPackage>('packages', {
    sort: { field: 'position', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });
  return data ? String((data[0]?.position ?? 0) + ROOM_BETWEEN) : '';
}
