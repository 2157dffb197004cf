import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DraftField, type DraftProps } from './draft-field';
import { FormSection } from './form-section';

/** When it pauses without anybody watching. */
export function SafetySection(props: DraftProps) {
  const translate = useTranslate();
  return (
    <FormSection name="safety">
      <DraftField {...props} name="pauseAbusePercent" kind="whole" unit="%" />
      {props.draft.budgetCoins.trim() === '' ? (
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('promotion.no_pace')}
        </Typography>
      ) : (
        <DraftField {...props} name="pausePacePercent" kind="whole" unit="%" />
      )}
    </FormSection>
  );
}
