import { HOUR, readWindow } from '@coinwarden/domain';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { ZonePicker } from '../zone-picker';
import { DraftField, type DraftProps } from './draft-field';
import { FormSection, Wide } from './form-section';
import type { PromotionDraft } from './promotion-draft';

/** From when until when, by the clock of a named zone; what that means elsewhere is said below. */
export function WhenSection(props: DraftProps) {
  const { draft, errors, onChange } = props;
  const translate = useTranslate();
  const at = draft.startsLocal === '' ? Date.now() : Date.parse(`${draft.startsLocal}Z`);
  return (
    <FormSection name="when">
      <DraftField {...props} name="startsLocal" kind="time" hinted={false} required />
      <DraftField {...props} name="endsLocal" kind="time" hinted={false} required />
      <Wide>
        <ZonePicker
          label={translate('promotion.field.timeZone')}
          value={draft.timeZone}
          at={at}
          error={errors['timeZone']}
          hint={translate('promotion.hint.timeZone')}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      </Wide>
      <Wide>{draft.startsLocal !== '' && draft.endsLocal !== '' && <ReadOut draft={draft} />}</Wide>
    </FormSection>
  );
}

/** The moments on the console's clock, how long it lasts, and what the clocks of its zone do there. */
function ReadOut({ draft }: { draft: PromotionDraft }) {
  const translate = useTranslate();
  const format = useFormat();
  const { startsAt, endsAt, startsRead, endsRead } = readWindow(draft);
  const hours = (endsAt - startsAt) / HOUR;
  if (hours <= 0) return null;
  const odd = [
    { edge: 'starts', read: startsRead, at: startsAt },
    { edge: 'ends', read: endsRead, at: endsAt },
  ].filter(({ read }) => read !== 'once');
  return (
    <Box aria-live="polite" data-testid="window">
      <Typography variant="body2">
        {translate('promotion.lasts', {
          from: format.timeWithOffset(startsAt),
          until: format.timeWithOffset(endsAt),
          hours: translate('promotion.hours', { smart_count: hours, count: format.decimal(hours) }),
        })}
      </Typography>
      {odd.map(({ edge, read, at }) => (
        <Alert key={edge} severity="warning" sx={{ marginTop: 1 }}>
          {translate(`promotion.clock.${edge}_${read}`, {
            zone: draft.timeZone,
            at: format.timeWithOffset(at),
          })}
        </Alert>
      ))}
    </Box>
  );
}
