import type { RuleContent, TriedRuleView } from '@coinwarden/contracts';
import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { Section } from '../../display/section';
import { sendJson } from '../../providers/http';
import { TryResult } from './try-result';

/** The rule as it stands in the editor, on a transaction of the past. */
export function TryPane({ draft }: { draft: RuleContent }) {
  const [params] = useSearchParams();
  const [transactionId, setTransactionId] = useState(params.get('transaction') ?? '');
  const [result, setResult] = useState<TriedRuleView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const translate = useTranslate();
  const attempt = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      setResult(
        await sendJson<TriedRuleView>('POST', 'rules/try', {
          transactionId: transactionId.trim(),
          rule: complete(draft),
        }),
      );
    } catch (error) {
      setResult(null);
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={translate('rule_editor.try.title')} hint={translate('rule_editor.try.hint')}>
      <Box component="form" onSubmit={attempt} sx={{ display: 'flex', gap: 1, marginTop: 1 }}>
        <TextField
          label={translate('rule_editor.try.transaction')}
          value={transactionId}
          onChange={(event) => setTransactionId(event.target.value)}
          fullWidth
        />
        <Button
          type="submit"
          variant="outlined"
          loading={busy}
          disabled={transactionId.trim() === '' || draft.condition.trim() === ''}
        >
          {translate('rule_editor.try.button')}
        </Button>
      </Box>
      {problem && (
        <Alert severity="error" sx={{ marginTop: 2 }}>
          {problem}
        </Alert>
      )}
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
