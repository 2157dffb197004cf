import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';
import { Author } from '../../display/author';
import { Instant } from '../../display/instant';
import { type Column, RecordTable } from '../../display/record-table';
import { Section } from '../../display/section';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { PolicyComment } from './policy-comment';

/** Every version of one kind, newest first. */
export function PolicyHistory({ versions }: { versions: readonly StaffMoneyBackPolicy[] }) {
  const translate = useTranslate();
  const columns: Column<StaffMoneyBackPolicy>[] = [
    {
      label: translate('policy.history.version'),
      value: (one) => <TextLink to={`/money-back-policies/${one.id}/show`}>{one.version}</TextLink>,
    },
    {
      label: translate('policy.history.state'),
      value: (one) => one.live && <Tag tone="positive">{translate('policy.live')}</Tag>,
    },
    { label: translate('policy.history.at'), value: (one) => <Instant value={one.createdAt} /> },
    { label: translate('policy.history.by'), value: (one) => <Author value={one.createdBy} /> },
    {
      label: translate('policy.history.comment'),
      value: (one) => one.comment !== '' && <PolicyComment of={one} />,
    },
  ];
  return (
    <Section title={translate('policy.history.title')} hint={translate('policy.history.hint')} flush>
      <RecordTable
        label={translate('policy.history.title')}
        rows={versions}
        columns={columns}
        rowKey={(one) => one.id}
        empty="–"
      />
    </Section>
  );
}
