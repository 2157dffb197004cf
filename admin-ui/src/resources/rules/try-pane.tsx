import type { RuleContent, TriedRuleView } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Section } from '../../display/section';
import { TryForm } from './try-form';
import { TryResult } from './try-result';
import { useTry } from './use-try';

/** The rule as it stands in the editor, on a transaction of the past. */
export function TryPane({ draft }: { draft: RuleContent }) {
  const translate = useTranslate();
  const { result, problem, busy, attempt } = useTry<TriedRuleView>('rules/try');
  return (
    <Section title={translate('rule_editor.try.title')} hint={translate('rule_editor.try.hint')}>
      <TryForm
        kinds={draft.kinds}
        ready={draft.condition.trim() !== ''}
        busy={busy}
        problem={problem}
        onTry={(transactionId) => attempt({ transactionId, rule: complete(draft) })}
      />
      {result && <TryResult result={result} />}
    </Section>
  );
}

/** Only what decides has to be there to try it; the rest may still be written. */
const complete = (draft: RuleContent): RuleContent => ({
  ...draft,
  key: /^[a-z][a-z0-9-]{1,63}$/.test(draft.key) ? draft.key : 'rule-under-trial',
  description: draft.description.trim() || '–',
  reasonCode: /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(draft.reasonCode) ? draft.reasonCode : 'rule.trial',
  message: draft.message.trim() || '–',
  score: Number.isNaN(draft.score) ? 0 : draft.score,
});
