import type { StaffLimitPolicy } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useCallback, useEffect, useState } from 'react';
import { useDataProvider, useRedirect, useTranslate } from 'react-admin';
import { ActionDialog, AT_LENGTH } from '../../actions/action-dialog';
import { ConflictAlert } from '../../actions/conflict-alert';
import { useCreateRecord } from '../../actions/use-create-record';
import { useUnsaved } from '../../actions/use-unsaved';
import { useFormat } from '../../i18n/use-format';
import { useLimitText } from '../limits/limit-words';
import { draftOf, needsSource, type PolicyDraft, PolicyFields, settingOf } from './policy-fields';
import { PolicyPreview, usePolicyPreview } from './policy-preview';
import { keyOf, type PolicyKey } from './policy-words';

interface SetPolicyProps {
  /** The policy that is changed; null where a new one is set. */
  policy: StaffLimitPolicy | null;
  onClose: () => void;
}

/** The first or next version of a policy, with whom it would touch beside it while it is typed. */
export function SetPolicy({ policy, onClose }: SetPolicyProps) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const { locale } = useFormat();
  const { measureText, subjectText } = useLimitText();
  const [first] = useState(() => draftOf(policy, locale));
  const [draft, setDraft] = useState(first);
  const { seen, error, again } = useSeenPolicy(keyOf(draft));
  const { create, clear, busy, problem, refusal, fields } = useCreateRecord<StaffLimitPolicy>(
    'limit-policies',
    {
      done: 'limit_policy.set.done',
      onDone: ({ id }) => {
        onClose();
        if (policy === null) redirect('show', 'limit-policies', id);
      },
    },
  );
  useUnsaved(draft !== first && !busy);
  const setting = settingOf(draft);
  const looked = usePolicyPreview(setting);
  const conflict = refusal?.code === 'record.conflict';
  const change = (changes: Partial<PolicyDraft>) => {
    setDraft({ ...draft, ...changes });
    clear();
  };
  return (
    <ActionDialog
      open
      width="md"
      title={
        policy
          ? translate('limit_policy.set.change_title', { of: subjectText(policy), what: measureText(policy) })
          : translate('limit_policy.set.title')
      }
      confirmLabel={translate('limit_policy.set.button')}
      reason="required"
      reasonLength={AT_LENGTH}
      focusReason={false}
      ready={setting !== null && !needsSource(draft) && seen !== null && looked.settled && !conflict}
      busy={busy}
      problem={error?.message ?? (conflict ? null : problem)}
      onClose={onClose}
      onConfirm={(reason) =>
        create({ ...setting, source: draft.source.trim(), follows: seen?.revision ?? 0, reason })
      }
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1.3fr 1fr' }, paddingTop: 1 }}>
        <PolicyFields draft={draft} choosesPlace={policy === null} fields={fields} onChange={change} />
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <PolicyPreview {...looked} perTransaction={draft.window === 'transaction'} />
          {seen && <Standing versions={seen.versions} isNew={policy === null} />}
        </Box>
      </Box>
      {conflict && (
        <ConflictAlert
          said={translate('limit_policy.set.conflict')}
          onLook={() => {
            clear();
            void again();
          }}
        />
      )}
    </ActionDialog>
  );
}

/** What stands already for the same people, so that nobody sets twice or forgets what is to come. */
function Standing({ versions, isNew }: { versions: readonly StaffLimitPolicy[]; isNew: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const { amountText } = useLimitText();
  const current = versions.find(({ state }) => state === 'current');
  const scheduled = versions.filter(({ state }) => state === 'scheduled');
  const say = (policy: StaffLimitPolicy, key: string) =>
    translate(`limit_policy.set.${key}`, {
      version: policy.version,
      limit: amountText(policy),
      from: format.timeWithOffset(policy.effectiveFrom),
      until: policy.effectiveUntil && format.timeWithOffset(policy.effectiveUntil),
      by: policy.createdBy ?? translate('actor.installation'),
      reason: policy.reason ?? '–',
    });
  const endsAlone = current?.effectiveUntil && scheduled.length === 0;
  return (
    <>
      {current && isNew && <Alert severity="info">{say(current, 'exists')}</Alert>}
      {endsAlone && <Alert severity="info">{say(current, 'ends')}</Alert>}
      {scheduled.map((policy) => (
        <Alert key={policy.id} severity="info">
          {say(policy, 'waits')}
        </Alert>
      ))}
    </>
  );
}

interface SeenPolicy {
  readonly revision: number;
  readonly versions: readonly StaffLimitPolicy[];
}

const MANY = 200;

/** A policy as it was when somebody began to change it; read again only when asked for, so that a change follows what was seen. */
function useSeenPolicy({ layer, country, ageBand, measure, window }: PolicyKey) {
  const dataProvider = useDataProvider();
  const [seen, setSeen] = useState<SeenPolicy | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const read = useCallback(
    async (isWanted: () => boolean) => {
      try {
        const { data } = await dataProvider.getList<StaffLimitPolicy>('limit-policies', {
          filter: { layer, country, ageBand, measure, window },
          sort: { field: 'version', order: 'DESC' },
          pagination: { page: 1, perPage: MANY },
        });
        if (!isWanted()) return;
        setSeen({ revision: data[0]?.revision ?? 0, versions: data });
        setError(null);
      } catch (problem) {
        if (isWanted()) setError(problem instanceof Error ? problem : new Error(String(problem)));
      }
    },
    [dataProvider, layer, country, ageBand, measure, window],
  );
  useEffect(() => {
    let wanted = true;
    setSeen(null);
    void read(() => wanted);
    return () => {
      wanted = false;
    };
  }, [read]);
  return { seen, error, again: () => read(() => true) };
}
