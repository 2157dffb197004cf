import type { FlaggedAccount } from '@coinwarden/contracts';
import { ACCOUNT_FLAGS, ALERT_KINDS } from '@coinwarden/domain';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money } from '../../display/amounts';
import { Tag } from '../../display/tag';
import { AccountLink, TextLink } from '../../display/text-link';
import { AccountStatusTag } from '../../display/words';
import { useFormat } from '../../i18n/use-format';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { DueIn } from '../../money-back/due-in';
import { AlertKindTags } from '../cases/case-words';

const Column = ListTable.Col<FlaggedAccount>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.flagged-accounts.fields.${field}`);
  return (
    <FilterBar>
      <ChoiceFilter source="flag" label={label('flag')} choices={ACCOUNT_FLAGS} words="flagged.flag" />
      <ChoiceFilter source="kind" label={label('kind')} choices={ALERT_KINDS} words="alert_kind" />
      <ChoiceFilter
        source="status"
        label={label('status')}
        choices={['active', 'restricted', 'suspended']}
        words="account_status"
      />
    </FilterBar>
  );
}

/** The accounts that people keep an eye on, the gravest first, each with what speaks against it. */
export default function FlaggedList() {
  const format = useFormat();
  return (
    <ListPage emptyKey="flagged-accounts" sort={{ field: 'concern', order: 'DESC' }} filters={<Filters />}>
      <ListTable<FlaggedAccount>
        rowClick={(id, _, { status, caseId }) =>
          // One the platform never registered has no page, but a case.
          status === null && caseId ? `/cases/${caseId}/show` : `/accounts/${encodeURIComponent(id)}/show`
        }
      >
        <Column
          source="id"
          render={(a) => (
            <Box sx={{ display: 'grid' }}>
              {a.status === null ? <span>{a.id}</span> : <AccountLink id={a.id} />}
              {a.displayName && (
                <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
                  {a.displayName}
                </Box>
              )}
            </Box>
          )}
        />
        <Column
          source="status"
          foldsBelow={680}
          disableSort
          render={(a) => (a.status ? <AccountStatusTag value={a.status} /> : '–')}
        />
        <Column source="flags" disableSort render={(a) => <Why of={a} />} />
        <Column
          source="concern"
          foldsBelow={440}
          align="right"
          render={(a) => (a.concern > 0 ? format.number(a.concern) : '–')}
        />
        <Column
          source="valueAtRisk"
          foldsBelow={820}
          align="right"
          render={(a) =>
            a.openCases > 0 ? <Money value={{ amountMinor: a.valueAtRiskUsdMinor, currency: 'USD' }} /> : '–'
          }
        />
        <Column source="dueAt" foldsBelow={620} render={(a) => <DueIn value={a.dueAt} />} />
      </ListTable>
    </ListPage>
  );
}

/** Its open cases, with the way to the first of them; its links; its texts. */
function Why({ of }: { of: FlaggedAccount }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center', minWidth: 150 }}>
      {of.caseId && (
        <TextLink to={`/cases/${of.caseId}/show`}>
          {translate('flagged.cases', { smart_count: of.openCases })}
        </TextLink>
      )}
      <AlertKindTags kinds={of.caseKinds} />
      {of.linkScore > 0 && (
        <Tag tone="caution">{translate('flagged.links', { score: format.number(of.linkScore) })}</Tag>
      )}
      {of.scamTexts > 0 && (
        <Tag tone="negative">{translate('flagged.texts', { smart_count: of.scamTexts })}</Tag>
      )}
    </Box>
  );
}
