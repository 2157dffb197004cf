import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Choice } from './choice';
import { DraftField, type DraftProps } from './draft-field';
import { FormSection, Wide } from './form-section';

/** Whether a buyer needs a code: none, one that all share, or one of their own. */
export function CodeSection(props: DraftProps) {
  const { draft, onChange } = props;
  const translate = useTranslate();
  return (
    <FormSection name="code">
      <Wide>
        <Choice
          words="promotion.codes"
          options={['none', 'shared', 'single']}
          value={draft.codes}
          onChange={(codes) => onChange({ codes })}
        />
      </Wide>
      {draft.codes === 'shared' && <DraftField {...props} name="code" maxLength={40} required />}
      {draft.codes === 'single' && (
        <Wide>
          <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
            {translate('promotion.codes.single_hint')}
          </Typography>
        </Wide>
      )}
    </FormSection>
  );
}
