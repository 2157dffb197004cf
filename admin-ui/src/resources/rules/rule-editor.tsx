import type { RuleContent, StaffRule } from '@coinwarden/contracts';
import { describeRuleContext } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useUnsaved } from '../../actions/use-unsaved';
import { Panes } from '../../display/panes';
import { Section } from '../../display/section';
import { TextLink } from '../../display/text-link';
import { useMay } from '../../providers/use-may';
import { ConditionEditor } from './condition-editor';
import { ConditionReview } from './condition-review';
import { FactReference } from './fact-reference';
import { PlainWords } from './plain-words';
import { contentOf } from './rule-draft';
import { RuleFields } from './rule-fields';
import { RuleOwner } from './rule-owner';
import { RuleSaveBar } from './rule-save-bar';
import { RuleTimeline } from './rule-timeline';
import { TryPane } from './try-pane';
import { useConditionReview } from './use-condition-review';
import { useSaveRule } from './use-save-rule';

const FACTS = describeRuleContext();
const EXAMPLE = 'account.ageDays < 3 && tx.coins >= 500';

interface RuleEditorProps {
  version: number;
  /** Null while it is yet to be added. */
  rule: StaffRule | null;
  start: RuleContent;
  onReload: () => void;
}

/** Writing a rule: its fields and condition on one side, what it means and what is wrong with it on the other. */
export function RuleEditor({ version, rule, start, onReload }: RuleEditorProps) {
  const [draft, setDraft] = useState<RuleContent>(() => contentOf(start));
  const translate = useTranslate();
  const review = useConditionReview(draft);
  const save = useSaveRule(version, rule);
  const mayTry = useMay('rule.write');
  const editable = rule === null || rule.allowedActions.includes('edit');
  const unchanged = JSON.stringify(draft) === JSON.stringify(contentOf(start));
  useUnsaved(editable && !unchanged && !save.busy);
  const change = (changes: Partial<RuleContent>) => setDraft({ ...draft, ...changes });
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginBottom: 1.5 }}>
        <TextLink to={`/rulesets/${version}/show`}>{translate('rule_editor.back', { version })}</TextLink>
        {mayTry && (
          <Button
            component={Link}
            to="/backtests/new"
            state={{ rule: draft }}
            disabled={draft.condition.trim() === '' || review.problems.length > 0}
          >
            {translate('rule_editor.backtest')}
          </Button>
        )}
      </Box>
      <Panes>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Section title={translate('rule_editor.fields.condition')}>
            <ConditionEditor
              label={translate('rule_editor.fields.condition')}
              value={draft.condition}
              problems={review.problems}
              facts={FACTS}
              example={EXAMPLE}
              readOnly={!editable}
              onChange={(condition) => change({ condition })}
            />
            <ConditionReview review={review} empty={draft.condition.trim() === ''} />
          </Section>
          <Section title={draft.key || translate('rule_editor.new')}>
            <RuleFields
              draft={draft}
              fixedKey={rule !== null}
              readOnly={!editable}
              errors={save.fields}
              onChange={change}
            />
            <RuleSaveBar draft={draft} rule={rule} editable={editable} save={save} onReload={onReload} />
          </Section>
          {mayTry && <TryPane draft={draft} />}
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <PlainWords draft={draft} />
          {rule && <RuleOwner rule={rule} />}
          {rule && <RuleTimeline rule={rule} />}
          <FactReference facts={FACTS} />
        </Box>
      </Panes>
    </>
  );
}
