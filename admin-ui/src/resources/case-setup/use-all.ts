import { type RaRecord, useGetList } from 'react-admin';

/** Everything of a small resource, in the order the server keeps it in. */
export const useAll = <Row extends RaRecord>(resource: string) =>
  useGetList<Row>(resource, {
    pagination: { page: 1, perPage: 200 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  });
