import type { StaffPackage } from '@coinwarden/contracts';
import { MINUTE, OFFER_HOLDS } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { useAct } from '../../actions/use-act';
import { isWhole, MomentChoice, NO_MOMENT } from '../../i18n/moment-choice';

/** Takes a package off sale, now or later. */
export function RetirePackage({ pack, onClose }: { pack: StaffPackage; onClose: () => void }) {
  const [at, setAt] = useState(NO_MOMENT);
  const translate = useTranslate();
  const { act, busy, problem, fields } = useAct({ done: 'package.retire.done', onDone: onClose });
  return (
    <ActionDialog
      open
      title={translate('package.retire.title', { name: pack.name })}
      confirmLabel={translate('package.retire.button')}
      tone="error"
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={isWhole(at)}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'packages', id: pack.id, action: 'retire' },
          { reason, ...(at.at !== null && { at: at.at }) },
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <span>{translate('package.retire.effect', { minutes: OFFER_HOLDS / MINUTE })}</span>
        <MomentChoice
          label={translate('package.sell.ends')}
          kind="stop"
          value={at}
          error={fields['at']}
          onChange={setAt}
        />
      </Box>
    </ActionDialog>
  );
}
