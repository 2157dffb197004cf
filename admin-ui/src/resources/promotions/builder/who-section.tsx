import { type AudienceCheck, compileAudience, describeAudience } from '@coinwarden/domain';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { ConditionEditor } from '../../rules/condition-editor';
import { FactList } from '../../rules/fact-reference';
import { useRuleProblemText } from '../../rules/use-rule-problem-text';
import { AudienceWords } from '../audience-words';
import { AudienceCount } from '../forecast/audience-count';
import { Choice } from './choice';
import type { DraftProps } from './draft-field';
import { FormSection, Wide } from './form-section';

const FACTS = describeAudience();
const EXAMPLE = 'account.purchases30d == 0 && account.ageDays >= 7';
const NOTHING_WRONG: AudienceCheck & { ok: false } = { ok: false, problems: [] };

/** Everybody, or those of whom a condition holds; how many that are is counted as it is written. */
export function WhoSection({ draft, errors, onChange }: DraftProps) {
  const translate = useTranslate();
  const problemText = useRuleProblemText();
  const written = draft.audience.trim();
  const check = useMemo(() => (written === '' ? NOTHING_WRONG : compileAudience(written)), [written]);
  const problems = check.ok ? NOTHING_WRONG.problems : check.problems;
  return (
    <FormSection name="who">
      <Wide>
        <Choice
          words="promotion.who"
          options={['everybody', 'some']}
          value={draft.everybody ? 'everybody' : 'some'}
          onChange={(choice) => onChange({ everybody: choice === 'everybody' })}
        />
      </Wide>
      {!draft.everybody && (
        <Wide>
          <ConditionEditor
            label={translate('promotion.field.audience')}
            value={draft.audience}
            problems={problems}
            facts={FACTS}
            example={EXAMPLE}
            readOnly={false}
            onChange={(audience) => onChange({ audience })}
          />
          {(problems.length > 0 || errors['audience']) && (
            <Box role="alert" sx={{ color: 'var(--negative)', fontSize: '0.8125rem', marginTop: 1 }}>
              {problems.length > 0 ? problems.map(problemText).join(' ') : errors['audience']}
            </Box>
          )}
          {check.ok && <AudienceWords audience={written} />}
          <Accordion disableGutters variant="outlined" sx={{ marginTop: 1.5, borderRadius: '6px' }}>
            <AccordionSummary expandIcon={<ExpandMore />}>{translate('promotion.facts')}</AccordionSummary>
            <AccordionDetails>
              <FactList facts={FACTS} />
            </AccordionDetails>
          </Accordion>
        </Wide>
      )}
      <Wide>
        <AudienceCount audience={draft.everybody ? null : check.ok ? written : undefined} />
      </Wide>
    </FormSection>
  );
}
