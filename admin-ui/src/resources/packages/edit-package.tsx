import type { StaffPackage, StaffPackageVersion } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ConflictAlert } from '../../actions/conflict-alert';
import { useAct } from '../../actions/use-act';
import { useUnsaved } from '../../actions/use-unsaved';
import { isWhole, MomentChoice, NO_MOMENT } from '../../i18n/moment-choice';
import { useFormat } from '../../i18n/use-format';
import { contentsOf, draftOf, PackageFields } from './package-fields';

interface EditPackageProps {
  pack: StaffPackage;
  /** Versions that begin later: they follow whatever is said here. */
  waiting: readonly StaffPackageVersion[];
  onClose: () => void;
}

/** The next version of a package. What was typed stays when somebody was faster; what they did is looked at first. */
export function EditPackage({ pack, waiting, onClose }: EditPackageProps) {
  const [first] = useState(() => draftOf(pack));
  const [draft, setDraft] = useState(first);
  const [from, setFrom] = useState(NO_MOMENT);
  const [follows, setFollows] = useState(pack.latestVersion);
  const [meanwhile, setMeanwhile] = useState<StaffPackageVersion | null>(null);
  const translate = useTranslate();
  const format = useFormat();
  const dataProvider = useDataProvider();
  const { act, clear, busy, problem, refusal, fields } = useAct({
    done: 'package.edit.done',
    onDone: onClose,
  });
  useUnsaved((draft !== first || from !== NO_MOMENT) && !busy);
  const conflict = refusal?.code === 'record.conflict';
  const contents = contentsOf(draft);
  const look = async () => {
    const { data } = await dataProvider.getList<StaffPackageVersion>('package-versions', {
      filter: { packageId: pack.id },
      sort: { field: 'version', order: 'DESC' },
      pagination: { page: 1, perPage: 1 },
    });
    const latest = data[0];
    if (!latest) return;
    setMeanwhile(latest);
    setFollows(latest.version);
    clear();
  };
  const next = waiting.at(-1);
  return (
    <ActionDialog
      open
      width="sm"
      title={translate('package.edit.title', { name: pack.name })}
      confirmLabel={translate('package.edit.button')}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={contents !== null && draft !== first && isWhole(from) && !conflict}
      busy={busy}
      problem={conflict ? null : problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'packages', id: pack.id, action: 'edit' },
          { follows, ...contents, ...(from.at !== null && { validFrom: from.at }), reason },
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2, paddingTop: 1 }}>
        <span>{translate('package.edit.effect')}</span>
        {next && (
          <Alert severity="info">
            {translate('package.edit.waits', {
              version: next.version,
              from: format.timeWithOffset(next.validFrom),
            })}
          </Alert>
        )}
        <PackageFields
          draft={draft}
          fields={fields}
          autoFocus
          onChange={(changes) => setDraft({ ...draft, ...changes })}
        />
        <MomentChoice
          label={translate('package.edit.begins')}
          kind="begin"
          value={from}
          error={fields['validFrom']}
          onChange={setFrom}
        />
        {conflict && <ConflictAlert said={translate('package.conflict.said')} onLook={() => void look()} />}
        {meanwhile && !conflict && (
          <Alert severity="warning">
            {translate('package.conflict.now', {
              version: meanwhile.version,
              name: meanwhile.name,
              coins: format.number(meanwhile.coins),
              bonus: format.number(meanwhile.bonusCoins),
              by: meanwhile.createdBy ?? translate('actor.installation'),
              reason: meanwhile.reason ?? '–',
            })}
          </Alert>
        )}
      </Box>
    </ActionDialog>
  );
}
