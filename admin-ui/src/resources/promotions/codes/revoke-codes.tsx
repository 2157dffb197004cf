import type { StaffPromotion } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../../actions/action-dialog';
import { useAct } from '../../../actions/use-act';
import { useFormat } from '../../../i18n/use-format';

interface RevokeCodesProps {
  promotion: StaffPromotion;
  /** Null is all that nobody used. */
  code: string | null;
  free: number;
  onClose: () => void;
}

/** Takes back codes that nobody used; whoever has one finds it spent. */
export function RevokeCodes({ promotion, code, free, onClose }: RevokeCodesProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { act, busy, problem } = useAct({ done: 'promotion.code.revoked', onDone: onClose });
  const values = { code: code ?? '', count: format.number(free), smart_count: free };
  const which = code === null ? 'revoke_all' : 'revoke_one';
  return (
    <ActionDialog
      open
      title={translate(`promotion.code.${which}_title`, values)}
      confirmLabel={translate(`promotion.code.${which}`)}
      tone="error"
      reason="required"
      reasonLength={AT_LENGTH}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) =>
        act(
          { resource: 'promotions', id: promotion.id, action: 'revoke_codes' },
          { reason, ...(code !== null && { codes: [code] }) },
        )
      }
    >
      {translate('promotion.code.revoke_effect')}
    </ActionDialog>
  );
}
