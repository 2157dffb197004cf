import { compileAudience } from '@coinwarden/domain';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DraftField, type DraftProps } from './draft-field';
import { FormSection, Wide } from './form-section';
import type { PromotionDraft } from './promotion-draft';

function readsPurchases({ everybody, audience }: PromotionDraft): boolean {
  const check = everybody ? null : compileAudience(audience.trim());
  return check?.ok === true && check.value.readsPurchases;
}

/** How much it may cost, how often an account may use it, and what it yields to. */
export function CapsSection(props: DraftProps) {
  const { draft } = props;
  const translate = useTranslate();
  return (
    <FormSection name="caps">
      <DraftField {...props} name="budgetCoins" kind="whole" unit={translate('promotion.unit.coins')} />
      <DraftField {...props} name="usesPerAccount" kind="whole" />
      <DraftField {...props} name="exclusiveGroup" maxLength={128} />
      <DraftField {...props} name="priority" kind="whole" />
      {draft.codes === 'none' && <DraftField {...props} name="holdoutPercent" kind="whole" unit="%" />}
      {draft.codes === 'none' && Number(draft.holdoutPercent) > 0 && readsPurchases(draft) && (
        <Wide>
          <Alert severity="info">{translate('promotion.uplift.reads_purchases')}</Alert>
        </Wide>
      )}
    </FormSection>
  );
}
