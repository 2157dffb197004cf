import { useDataProvider } from 'react-admin';
import { useWrite, type WriteOptions } from './use-write';

/** Creates a record. */
export function useCreateRecord<Answer extends { id: string }>(
  resource: string,
  options: WriteOptions<Answer>,
) {
  const { write, ...rest } = useWrite(options);
  const dataProvider = useDataProvider();
  const create = (data: object) =>
    write(async () => (await dataProvider.create<Answer>(resource, { data })).data);
  return { create, ...rest };
}
