import type { StaffRuleset } from '@coinwarden/contracts';
import { Author } from '../../display/author';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { NewDraftButton } from './new-draft-button';
import { RulesetStatusTag } from './ruleset-status';
import { useLiveVersion } from './use-ruleset';

const Column = ListTable.Col<StaffRuleset>;

/** Every version there was, and the next one in the making. */
export default function RulesetList() {
  const live = useLiveVersion();
  return (
    <ListPage
      emptyKey="rulesets"
      sort={{ field: 'version', order: 'DESC' }}
      {...(live !== null && { action: <NewDraftButton basedOn={live} primary /> })}
    >
      <ListTable<StaffRuleset> rowClick="show">
        <Column
          source="version"
          disableSort
          render={(r) => <TextLink to={`/rulesets/${r.id}/show`}>{r.version}</TextLink>}
        />
        <Column source="status" disableSort render={(r) => <RulesetStatusTag status={r.status} />} />
        <Column source="ruleCount" foldsBelow={820} disableSort align="right" />
        <Column source="reviewScore" foldsBelow={560} disableSort align="right" />
        <Column source="declineScore" foldsBelow={660} disableSort align="right" />
        <Column source="comment" disableSort />
        <Column
          source="createdBy"
          foldsBelow={760}
          disableSort
          render={(r) => <Author value={r.createdBy} />}
        />
        <Column
          source="changedAt"
          foldsBelow={460}
          disableSort
          render={(r) => <Instant value={r.changedAt} />}
        />
      </ListTable>
    </ListPage>
  );
}
