import type { StaffRule } from '@coinwarden/contracts';
import { Title, useGetOne, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { NEW_RULE } from './rule-draft';
import { RuleEditor } from './rule-editor';

/** One rule of one version; an id that ends at its colon is a rule yet to be written. */
export default function RulePage() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const version = Number(id.slice(0, id.indexOf(':')));
  if (id.endsWith(':'))
    return (
      <>
        <Title title={translate('rule_editor.new')} />
        <RuleEditor key={id} version={version} rule={null} start={NEW_RULE} onReload={() => undefined} />
      </>
    );
  return <KnownRule id={id} version={version} />;
}

function KnownRule({ id, version }: { id: string; version: number }) {
  const { data, error, isPending, refetch } = useGetOne<StaffRule>('rules', { id });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  return (
    <>
      <Title title={data.key} />
      <RuleEditor
        // Another revision is another text to start from.
        key={`${data.id} ${data.revision}`}
        version={version}
        rule={data}
        start={data}
        onReload={refetch}
      />
    </>
  );
}
