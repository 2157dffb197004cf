import { PRICE_STATES, type StaffPricePoint } from '@coinwarden/contracts';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { Money } from '../../display/amounts';
import { Instant } from '../../display/instant';
import { TextLink } from '../../display/text-link';
import { TwoLines } from '../../display/two-lines';
import { ChoiceFilter } from '../../list/choice-filter';
import { FilterBar } from '../../list/filter-bar';
import { ListPage } from '../../list/list-page';
import { ListTable } from '../../list/list-table';
import { TextFilter } from '../../list/text-filter';
import { useMay } from '../../providers/use-may';
import { CurrencyFilter, RegionFilter } from './place-fields';
import { FromMedian, PriceStateTag, Skus, usePerCoin, usePlaceText, WarningTags } from './price-words';

const Column = ListTable.Col<StaffPricePoint>;

function Filters() {
  const translate = useTranslate();
  const label = (field: string) => translate(`resources.price-points.fields.${field}`);
  return (
    <FilterBar>
      <TextFilter source="packageId" label={label('packageId')} width={160} />
      <CurrencyFilter />
      <RegionFilter />
      <ChoiceFilter source="state" label={label('state')} choices={PRICE_STATES} words="price_point.state" />
    </FilterBar>
  );
}

function Actions() {
  const translate = useTranslate();
  const may = useMay('catalogue.write');
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'flex-end', flexShrink: 0 }}>
      <Button
        component="a"
        href="/staff/price-points/export"
        download
        variant="outlined"
        startIcon={<FileDownloadOutlined />}
      >
        {translate('price_point.export')}
      </Button>
      {may && (
        <Button
          component={Link}
          to="/price-points/upload"
          variant="outlined"
          startIcon={<UploadFileOutlined />}
        >
          {translate('price_upload.open')}
        </Button>
      )}
    </Box>
  );
}

/** All prices; those that hold now each with how it compares. */
export default function PricePointList() {
  const perCoin = usePerCoin();
  const { regionText } = usePlaceText();
  const translate = useTranslate();
  return (
    <ListPage
      emptyKey="price-points"
      sort={{ field: 'position', order: 'ASC' }}
      filterDefaultValues={{ state: 'current' }}
      perPage={50}
      filters={<Filters />}
      action={<Actions />}
    >
      <ListTable<StaffPricePoint> rowClick={false}>
        <Column
          source="packageId"
          disableSort
          render={(p) => (
            <TextLink to={`/packages/${encodeURIComponent(p.packageId)}/show`}>{p.packageId}</TextLink>
          )}
        />
        <Column
          source="region"
          label={translate('price_point.place')}
          foldsBelow={400}
          disableSort
          render={(p) => <TwoLines below={regionText(p.region)}>{p.price.currency}</TwoLines>}
        />
        <Column source="price" disableSort align="right" render={(p) => <Money value={p.price} />} />
        <Column
          source="pricePerCoin"
          foldsBelow={460}
          disableSort
          align="right"
          render={(p) => (
            <TwoLines below={p.usdPerCoin !== null && perCoin(p.usdPerCoin, 'USD')}>
              {perCoin(p.pricePerCoin, p.price.currency)}
            </TwoLines>
          )}
        />
        <Column
          source="fromMedianPercent"
          foldsBelow={620}
          disableSort
          render={(p) => <FromMedian percent={p.fromMedianPercent} />}
        />
        <Column
          source="warnings"
          foldsBelow={840}
          disableSort
          render={(p) => (p.warnings.length > 0 ? <WarningTags warnings={p.warnings} /> : '–')}
        />
        <Column
          source="state"
          foldsBelow={720}
          disableSort
          render={(p) => <PriceStateTag value={p.state} />}
        />
        <Column
          source="validFrom"
          foldsBelow={920}
          disableSort
          render={(p) => (
            <TwoLines below={p.validUntil && <Instant value={p.validUntil} form="date" />}>
              <Instant value={p.validFrom} form="date" />
            </TwoLines>
          )}
        />
        <Column source="skus" foldsBelow={1060} disableSort render={(p) => <Skus point={p} />} />
      </ListTable>
    </ListPage>
  );
}
