import { useTranslate } from 'react-admin';
import { DraftField, type DraftProps } from './draft-field';
import { FormSection } from './form-section';

/** How much it may cost, how often an account may use it, and what it yields to. */
export function CapsSection(props: DraftProps) {
  const translate = useTranslate();
  return (
    <FormSection name="caps">
      <DraftField {...props} name="budgetCoins" kind="whole" unit={translate('promotion.unit.coins')} />
      <DraftField {...props} name="usesPerAccount" kind="whole" />
      <DraftField {...props} name="exclusiveGroup" maxLength={128} />
      <DraftField {...props} name="priority" kind="whole" />
      {props.draft.codes === 'none' && <DraftField {...props} name="holdoutPercent" kind="whole" unit="%" />}
    </FormSection>
  );
}
