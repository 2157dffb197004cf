import type { StaffPackage, StaffPackageVersion, StaffPricePoint } from '@coinwarden/contracts';
import { Box } from '@mui/material';
import { Title, useGetList, useGetRecordId, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { useNow } from '../../display/use-now';
import { useDetail } from '../../providers/use-detail';
import { PackagePrices } from '../price-points/package-prices';
import { PackageHeader } from './package-header';
import { PackageVersions } from './package-versions';

const MANY = 200;
const STANDING = ['current', 'scheduled', 'covered'];

/** One package: what it holds and when it is sold, what it costs everywhere, and how all that came about. */
export default function PackageShow() {
  const id = String(useGetRecordId());
  const translate = useTranslate();
  const now = useNow();
  const pack = useDetail<StaffPackage>('packages', id);
  const versions = useGetList<StaffPackageVersion>('package-versions', {
    filter: { packageId: id },
    sort: { field: 'version', order: 'DESC' },
    pagination: { page: 1, perPage: MANY },
  });
  const prices = useGetList<StaffPricePoint>('price-points', {
    filter: { packageId: id, state: STANDING },
    sort: { field: 'validFrom', order: 'ASC' },
    pagination: { page: 1, perPage: MANY },
  });
  const failed = [pack, versions, prices].find(({ error }) => error);
  if (failed) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (!pack.data || !versions.data || !prices.data) return <PageLoading />;
  const waiting = versions.data.filter(({ validFrom }) => Date.parse(validFrom) > now);
  return (
    <>
      <Title title={`${translate('resources.packages.name', { smart_count: 1 })} · ${pack.data.name}`} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <PackageHeader pack={pack.data} waiting={waiting} prices={prices.data} />
        <PackagePrices pack={pack.data} prices={prices.data} total={prices.total ?? prices.data.length} />
        <PackageVersions versions={versions.data} waiting={waiting} />
      </Box>
    </>
  );
}
