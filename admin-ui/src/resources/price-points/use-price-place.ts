import type { StaffPricePoint } from '@coinwarden/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';

export interface PricePlace {
  readonly packageId: string;
  readonly currency: string;
  readonly region: string;
}

export interface SeenPlace {
  /** The version a change follows, 0 for none. */
  readonly follows: number;
  readonly current: StaffPricePoint | null;
  /** All that holds in the same currency and region: the other packages are compared with it. */
  readonly beside: readonly StaffPricePoint[];
}

const MANY = 200;

/**
 * What stands in a place, as it was when somebody began to change it. It is read again only when asked for: a change
 * follows what was looked at, not what came meanwhile.
 */
export function usePricePlace({ packageId, currency, region }: PricePlace) {
  const dataProvider = useDataProvider();
  const [seen, setSeen] = useState<SeenPlace | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const rows = async (filter: object, field: string) =>
        (
          await dataProvider.getList<StaffPricePoint>('price-points', {
            filter: { currency, region, ...filter },
            sort: { field, order: 'DESC' },
            pagination: { page: 1, perPage: MANY },
          })
        ).data;
      try {
        const [versions, beside] = await Promise.all([
          rows({ packageId }, 'version'),
          rows({ state: 'current' }, 'position'),
        ]);
        if (!isWanted()) return;
        const current = beside.find((point) => point.packageId === packageId) ?? null;
        setSeen({ follows: versions[0]?.latestVersion ?? 0, current, beside });
        setError(null);
      } catch (problem) {
        if (isWanted()) setError(problem instanceof Error ? problem : new Error(String(problem)));
      }
    },
    [dataProvider, packageId, currency, region],
  );
  useEffect(() => {
    let wanted = true;
    setSeen(null);
    void read(() => wanted);
    return () => {
      wanted = false;
    };
  }, [read]);
  return { seen, error, again: () => read(() => true) };
}
