import type { AuditRecordView } from '@coinwarden/contracts';
import { useGetList, useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { useMay } from '../../providers/use-may';
import { ActorName } from '../audit/actor-name';
import { useActionText } from '../audit/use-action-text';

const ROWS = 10;

/** What people and the system did to the account, from the audit log; for those who may read it. */
export function EnforcementHistory({ accountId }: { accountId: string }) {
  const allowed = useMay('audit.read');
  const translate = useTranslate();
  const actionText = useActionText();
  const { data = [] } = useGetList<AuditRecordView>(
    'audit',
    {
      filter: { subjectType: 'account', subjectId: accountId },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: ROWS },
    },
    { enabled: allowed },
  );
  if (!allowed) return null;
  const columns: Column<AuditRecordView>[] = [
    { label: translate('resources.audit.fields.at'), value: (entry) => <Instant value={entry.at} /> },
    { label: translate('resources.audit.fields.actor'), value: (entry) => <ActorName actor={entry.actor} /> },
    { label: translate('resources.audit.fields.action'), value: (entry) => actionText(entry.action) },
    { label: translate('resources.audit.fields.reason'), value: (entry) => entry.reason ?? '–' },
  ];
  return (
    <Section title={translate('account.enforcement')} flush>
      <RecordTable
        label={translate('account.enforcement')}
        rows={data}
        columns={columns}
        rowKey={(entry) => entry.id}
        empty={translate('account.no_enforcement')}
      />
    </Section>
  );
}
