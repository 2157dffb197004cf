import type { StaffRuleset } from '@coinwarden/contracts';
import { DataTable } from 'react-admin';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { TextLink } from '../../display/text-link';
import { Word } from '../../display/words';
import { ListPage, NothingFound } from '../../list/list-page';

const Column = DataTable.Col<StaffRuleset>;
const TONES = { draft: 'info', live: 'positive', retired: 'neutral' } as const;

export default function RulesetList() {
  return (
    <ListPage emptyKey="rulesets" sort={{ field: 'version', order: 'DESC' }}>
      <DataTable<StaffRuleset> bulkActionButtons={false} rowClick="show" empty={<NothingFound />}>
        <Column
          source="version"
          disableSort
          render={(r) => <TextLink to={`/rulesets/${r.id}/show`}>{r.version}</TextLink>}
        />
        <Column
          source="status"
          disableSort
          render={(r) => (
            <Tag tone={TONES[r.status]}>
              <Word of="ruleset_status" value={r.status} />
            </Tag>
          )}
        />
        <Column source="ruleCount" disableSort align="right" />
        <Column source="reviewScore" disableSort align="right" />
        <Column source="declineScore" disableSort align="right" />
        <Column source="comment" disableSort />
        <Column source="createdBy" disableSort />
        <Column source="createdAt" disableSort render={(r) => <Instant value={r.createdAt} />} />
      </DataTable>
    </ListPage>
  );
}
