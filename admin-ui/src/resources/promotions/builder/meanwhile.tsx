import type { PromotionContents, StaffPromotion } from '@coinwarden/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Facts } from '../../../display/facts';
import { useFormat } from '../../../i18n/use-format';
import { CONTENTS_FIELDS, useContentsText } from '../use-contents-facts';
import { contentsOfRecord } from './promotion-draft';

interface MeanwhileProps {
  theirs: StaffPromotion;
  /** What is typed; null while it does not make a promotion. */
  mine: PromotionContents | null;
  onTake: () => void;
}

/** What somebody else wrote while this was typed, field by field where it differs; saving writes over it, knowingly. */
export function Meanwhile({ theirs, mine, onTake }: MeanwhileProps) {
  const translate = useTranslate();
  const format = useFormat();
  const text = useContentsText();
  const contents = contentsOfRecord(theirs);
  const differs = CONTENTS_FIELDS.filter(
    (field) => mine === null || JSON.stringify(contents[field]) !== JSON.stringify(mine[field]),
  );
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" onClick={onTake}>
          {translate('promotion.meanwhile.take')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        <span>
          {translate('promotion.meanwhile.said', {
            revision: format.number(theirs.revision),
            authors: format.list(theirs.authors),
          })}
        </span>
        {differs.length === 0 ? (
          <span>{translate('promotion.meanwhile.same')}</span>
        ) : (
          <Facts
            items={differs.map((field) => [
              translate(`promotion.field.${field}`),
              mine === null
                ? text(field, contents)
                : translate('promotion.meanwhile.theirs', {
                    theirs: text(field, contents),
                    mine: text(field, mine),
                  }),
            ])}
          />
        )}
      </Box>
    </Alert>
  );
}
