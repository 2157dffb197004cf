import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import type { MoneyBackPolicyKind } from '@coinwarden/domain';
import { Box, Button, Card, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { Title, useGetList, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router';
import { Author } from '../../display/author';
import { ErrorState } from '../../display/error-state';
import { Instant } from '../../display/instant';
import { PageLoading } from '../../display/page-loading';
import { PolicyComment } from './policy-comment';
import { PolicyEditor } from './policy-editor';
import { PolicyHistory } from './policy-history';
import { POLICY_KINDS } from './policy-parts';
import { PolicyView } from './policy-view';

/** The rules by which money goes back: what is in force, every version there was, and the next one in the making. */
export default function PolicyPage() {
  const [params, setParams] = useSearchParams();
  const translate = useTranslate();
  // What is being typed would be lost with its page: it is released or cancelled first.
  const [edited, setEdited] = useState<StaffMoneyBackPolicy | null>(null);
  const kind = POLICY_KINDS.find((one) => one === params.get('kind')) ?? 'refund';
  return (
    <>
      <Title title={translate('resources.money-back-policies.name', { smart_count: 2 })} />
      <Tabs
        value={kind}
        onChange={(_, next: MoneyBackPolicyKind) => setParams({ kind: next })}
        variant="scrollable"
        aria-label={translate('policy.kinds')}
        sx={{ marginBottom: 2, borderBottom: '1px solid var(--border)' }}
      >
        {POLICY_KINDS.map((one) => (
          <Tab
            key={one}
            value={one}
            label={translate(`policy.kind.${one}`)}
            disabled={edited?.kind === kind && one !== kind}
          />
        ))}
      </Tabs>
      <Kind key={kind} kind={kind} edited={edited} setEdited={setEdited} />
    </>
  );
}

interface KindProps {
  kind: MoneyBackPolicyKind;
  /** The version that was looked at when the editing began. */
  edited: StaffMoneyBackPolicy | null;
  setEdited: (version: StaffMoneyBackPolicy | null) => void;
}

function Kind({ kind, edited, setEdited }: KindProps) {
  const { data, error, isPending, refetch } = useGetList<StaffMoneyBackPolicy>('money-back-policies', {
    filter: { kind },
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const live = data.find((version) => version.live);
  if (!live) return <ErrorState error={null} onRetry={refetch} />;
  if (edited?.kind === kind) {
    return (
      <PolicyEditor
        key={edited.id}
        live={edited}
        onDone={() => setEdited(null)}
        onReload={async () => {
          const fresh = (await refetch()).data?.find((version) => version.live);
          setEdited(fresh ?? null);
        }}
      />
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <InForce live={live} onEdit={() => setEdited(live)} />
      <PolicyView kind={kind} policy={live.policy} />
      <PolicyHistory versions={data} />
    </Box>
  );
}

function InForce({ live, onEdit }: { live: StaffMoneyBackPolicy; onEdit: () => void }) {
  const translate = useTranslate();
  return (
    <Card sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, padding: '10px 16px' }}>
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Typography variant="h2">{translate('policy.version', { version: live.version })}</Typography>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('policy.in_force_since')} <Instant value={live.createdAt} form="full" /> ·{' '}
          <Author value={live.createdBy} />
          {live.comment !== '' && ' · '}
          <PolicyComment of={live} />
        </Typography>
      </Box>
      {live.allowedActions.includes('release') && (
        <Button variant="contained" onClick={onEdit}>
          {translate('policy.edit')}
        </Button>
      )}
    </Card>
  );
}
