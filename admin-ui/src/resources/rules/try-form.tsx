import type { StaffTransaction } from '@coinwarden/contracts';
import type { TransactionKind } from '@coinwarden/domain';
import { Alert, Autocomplete, Box, Button, createFilterOptions, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { Instant } from '../../display/instant';
import { OutcomeTag } from '../../display/words';
import { useMay } from '../../providers/use-may';

const OFFERED = 30;
const matching = createFilterOptions<StaffTransaction>({
  stringify: ({ id, accountId, kind, outcome }) => `${id} ${accountId} ${kind} ${outcome}`,
});

interface TryFormProps {
  /** Kinds it looks at; null: all of them. */
  kinds: readonly TransactionKind[] | null;
  ready: boolean;
  busy: boolean;
  problem: string | null;
  onTry: (transactionId: string) => void;
}

/** A transaction of the past: one of the latest, or whichever is named by its id. */
export function TryForm({ kinds, ready, busy, problem, onTry }: TryFormProps) {
  const [params] = useSearchParams();
  const [transactionId, setTransactionId] = useState(params.get('transaction') ?? '');
  const translate = useTranslate();
  const latest = useGetList<StaffTransaction>(
    'transactions',
    {
      filter: kinds ? { kind: kinds } : {},
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: OFFERED },
    },
    { enabled: useMay('transaction.read') },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTry(transactionId.trim());
  };
  return (
    <>
      <Box component="form" onSubmit={submit} sx={{ display: 'flex', gap: 1, marginTop: 1 }}>
        <Autocomplete
          freeSolo
          fullWidth
          options={latest.data ?? []}
          filterOptions={matching}
          getOptionLabel={(option) => (typeof option === 'string' ? option : option.id)}
          inputValue={transactionId}
          onInputChange={(_, text) => setTransactionId(text)}
          renderOption={({ key, ...props }, one) => (
            <Box component="li" key={key} {...props} sx={{ gap: 1 }}>
              <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {translate(`kind.${one.kind}`)} · {one.accountId}
              </Box>
              <OutcomeTag value={one.outcome} />
              <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
                <Instant value={one.decidedAt} />
              </Box>
            </Box>
          )}
          renderInput={(input) => <TextField {...input} label={translate('rule_editor.try.transaction')} />}
        />
        <Button
          type="submit"
          variant="outlined"
          loading={busy}
          disabled={transactionId.trim() === '' || !ready}
        >
          {translate('rule_editor.try.button')}
        </Button>
      </Box>
      {problem && (
        <Alert severity="error" sx={{ marginTop: 2 }}>
          {problem}
        </Alert>
      )}
    </>
  );
}
