import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useCreateRecord } from '../../actions/use-create-record';
import { useUnsaved } from '../../actions/use-unsaved';
import { useFormat } from '../../i18n/use-format';
import { policyChanges } from './policy-changes';
import { PolicyForm } from './policy-form';
import { ReleaseDialog } from './release-dialog';

interface PolicyEditorProps {
  /** The version that was looked at when the editing began; the new one follows exactly it. */
  live: StaffMoneyBackPolicy;
  onDone: () => void;
  onReload: () => void;
}

/** The next version of a policy: what changes is counted while it is typed, compared before it is released. */
export function PolicyEditor({ live, onDone, onReload }: PolicyEditorProps) {
  const [draft, setDraft] = useState(live.policy);
  const [asking, setAsking] = useState(false);
  const translate = useTranslate();
  const format = useFormat();
  const { create, clear, busy, problem, refusal, fields } = useCreateRecord<StaffMoneyBackPolicy>(
    'money-back-policies',
    { done: 'policy.release.done', onDone },
  );
  const changes = policyChanges(live.kind, live.policy, draft).length;
  useUnsaved(changes > 0 && !busy);
  const wrong = Object.entries(fields).filter(([path]) => path.startsWith('policy'));
  const release = async (comment: string) => {
    await create({ kind: live.kind, follows: live.version, comment, policy: draft });
  };
  const compare = () => {
    clear();
    setAsking(true);
  };
  // What is wrong with a field stands under that field, not in the dialog over it.
  const open = asking && wrong.length === 0;
  return (
    <>
      <Box
        sx={{ position: 'sticky', top: 56, zIndex: 8, backgroundColor: 'var(--canvas)', paddingBottom: 2 }}
      >
        <Card sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, padding: '10px 16px' }}>
          <Typography variant="body2" sx={{ flex: 1, minWidth: 200 }} role="status">
            {translate('policy.editing', { version: live.version })}{' '}
            <strong>
              {translate('policy.changes', { smart_count: changes, count: format.number(changes) })}
            </strong>
          </Typography>
          <Button onClick={onDone} disabled={busy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button variant="contained" disabled={changes === 0} loading={busy} onClick={compare}>
            {translate('policy.compare')}
          </Button>
        </Card>
        {wrong.length > 0 && (
          <Alert severity="error" sx={{ marginTop: 1 }}>
            {problem}
          </Alert>
        )}
      </Box>
      <PolicyForm
        kind={live.kind}
        draft={draft}
        errorAt={(path) => fields[`policy.${path}`]}
        onChange={setDraft}
      />
      {open && (
        <ReleaseDialog
          live={live}
          draft={draft}
          busy={busy}
          problem={problem}
          refusal={refusal}
          onRelease={release}
          onReload={onReload}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
