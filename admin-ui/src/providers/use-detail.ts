import { type RaRecord, useGetOne } from 'react-admin';

/**
 * A record with everything its page shows. Lists leave their shorter rows in react-admin's cache under the same key;
 * asking with a `meta` of its own keeps a row from being taken for the whole.
 */
export const useDetail = <Detail extends RaRecord>(resource: string, id: string) =>
  useGetOne<Detail>(resource, { id, meta: { detail: true } });
