import type { StaffPackage } from '@coinwarden/contracts';
import { PACKAGE_STATUSES, PACKAGE_TIERS } from '@coinwarden/domain';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Coins } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { Tag } from '../../display/tag';
import { TwoLines } from '../../display/two-lines';
import { Word } from '../../display/words';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { useMay } from '../../providers/use-may';
import { CreatePackage } from './create-package';
import { PackageStatusTag } from './package-words';

const Column = ListTable.Col<StaffPackage>;

function Filters() {
  const translate = useTranslate();
  return (
    <FilterBar>
      <TextFilter source="q" label={translate('package.search')} search />
      <ChoiceFilter
        source="tier"
        label={translate('resources.packages.fields.tier')}
        choices={PACKAGE_TIERS}
        words="tier"
      />
      <ChoiceFilter
        source="status"
        label={translate('resources.packages.fields.status')}
        choices={PACKAGE_STATUSES}
        words="catalogue_status"
      />
    </FilterBar>
  );
}

function Create() {
  const [open, setOpen] = useState(false);
  const translate = useTranslate();
  if (!useMay('catalogue.write')) return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)} sx={{ flexShrink: 0 }}>
        {translate('package.create.open')}
      </Button>
      {open && <CreatePackage onClose={() => setOpen(false)} />}
    </>
  );
}

export default function PackageList() {
  const translate = useTranslate();
  return (
    <ListPage
      emptyKey="packages"
      sort={{ field: 'position', order: 'ASC' }}
      filters={<Filters />}
      action={<Create />}
    >
      <ListTable<StaffPackage> rowClick="show">
        <Column
          source="name"
          render={(p) => (
            <TwoLines below={p.id}>
              <Box component="span" sx={{ fontWeight: 500 }}>
                {p.name}
              </Box>
            </TwoLines>
          )}
        />
        <Column
          source="tier"
          foldsBelow={620}
          disableSort
          render={(p) => <Word of="tier" value={p.tier} />}
        />
        <Column source="coins" align="right" render={(p) => <Coins value={p.coins} />} />
        <Column
          source="bonusCoins"
          foldsBelow={560}
          disableSort
          align="right"
          render={(p) => (p.bonusCoins > 0 ? <Coins value={p.bonusCoins} /> : '–')}
        />
        <Column
          source="status"
          foldsBelow={380}
          disableSort
          render={(p) => <PackageStatusTag value={p.status} />}
        />
        <Column
          source="saleFrom"
          foldsBelow={700}
          disableSort
          render={(p) => <Instant value={p.saleFrom} form="date" />}
        />
        <Column
          source="saleUntil"
          foldsBelow={760}
          disableSort
          render={(p) => <Instant value={p.saleUntil} form="date" />}
        />
        <Column
          source="version"
          foldsBelow={480}
          disableSort
          render={(p) => (
            <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
              {p.version}
              {p.latestVersion > p.version && (
                <Tag tone="info">{translate('package.version_waits_no', { version: p.latestVersion })}</Tag>
              )}
            </Box>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
