import type { StaffRuleset } from '@coinwarden/contracts';
import { DataTable } from 'react-admin';
import { Author } from '../../display/author';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { ListPage, NothingFound } from '../../list/list-page';
import { NewDraftButton } from './new-draft-button';
import { RulesetStatusTag } from './ruleset-status';
import { useLiveVersion } from './use-ruleset';

const Column = DataTable.Col<StaffRuleset>;

/** Every version there was, and the next one in the making. */
export default function RulesetList() {
  const live = useLiveVersion();
  return (
    <ListPage
      emptyKey="rulesets"
      sort={{ field: 'version', order: 'DESC' }}
      {...(live !== null && { action: <NewDraftButton basedOn={live} primary /> })}
    >
      <DataTable<StaffRuleset> bulkActionButtons={false} rowClick="show" empty={<NothingFound />}>
        <Column
          source="version"
          disableSort
          render={(r) => <TextLink to={`/rulesets/${r.id}/show`}>{r.version}</TextLink>}
        />
        <Column source="status" disableSort render={(r) => <RulesetStatusTag status={r.status} />} />
        <Column source="ruleCount" disableSort align="right" />
        <Column source="reviewScore" disableSort align="right" />
        <Column source="declineScore" disableSort align="right" />
        <Column source="comment" disableSort />
        <Column source="createdBy" disableSort render={(r) => <Author value={r.createdBy} />} />
        <Column source="changedAt" disableSort render={(r) => <Instant value={r.changedAt} />} />
      </DataTable>
    </ListPage>
  );
}
