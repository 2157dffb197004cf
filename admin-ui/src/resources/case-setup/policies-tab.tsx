import type { StaffCasePolicy } from '@coinwarden/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Tag } from '../../display/tag';
import { useFormat } from '../../i18n/use-format';
import { VerdictTag } from '../cases/case-words';
import { PolicyText } from '../cases/policy-text';
import { useCaseNames } from '../cases/use-case-names';
import { PolicyDialog } from './policy-dialog';
import { SetupList, SetupRow } from './setup-list';
import { useAll } from './use-all';
import { useChangeText } from './use-change-text';
import { VersionsButton } from './versions';

/** What the house thinks of a kind of case: shown beside it, and cited by every decision. */
export function PoliciesTab() {
  const translate = useTranslate();
  const format = useFormat();
  const { policyTitle } = useCaseNames();
  const changeText = useChangeText();
  const { data = [], error, isPending, refetch } = useAll<StaffCasePolicy>('case-policies');
  const [edited, setEdited] = useState<StaffCasePolicy | 'new' | null>(null);
  return (
    <>
      <SetupList
        hint={translate('case_setup.policies_hint')}
        label={translate('case_setup.tab.policies')}
        error={error}
        isPending={isPending}
        onRetry={refetch}
        add={translate('case_setup.add_policy')}
        onAdd={() => setEdited('new')}
      >
        {data.map((policy) => (
          <SetupRow
            key={policy.id}
            title={policyTitle(policy.code, policy.title)}
            tags={
              <>
                {policy.verdicts.map((verdict) => (
                  <VerdictTag key={verdict} value={verdict} />
                ))}
                {policy.retired && <Tag tone="caution">{translate('case_setup.retired')}</Tag>}
              </>
            }
            meta={
              <>
                {changeText({ no: policy.version, at: policy.createdAt, by: policy.createdBy })}
                <VersionsButton
                  path={`case-policies/${policy.code}/versions`}
                  title={policyTitle(policy.code, policy.title)}
                  version={policy.version}
                  show={(version: StaffCasePolicy) => <PolicyText policy={version} />}
                />
              </>
            }
            onEdit={() => setEdited(policy)}
          >
            <PolicyText policy={policy} />
            <span style={{ color: 'var(--muted)' }}>
              {policy.kinds.length === 0
                ? translate('case_setup.all_kinds')
                : format.list(policy.kinds.map((kind) => translate(`alert_kind.${kind}`)))}
            </span>
          </SetupRow>
        ))}
      </SetupList>
      {edited && <PolicyDialog policy={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
