import { type Identifier, useDataProvider } from 'react-admin';
import type { ConsoleDataProvider } from '../providers/data-provider';
import { useWrite, type WriteOptions } from './use-write';

/** Performs an action of the domain. */
export function useAct(options: WriteOptions<unknown>) {
  const { write, ...rest } = useWrite(options);
  const dataProvider = useDataProvider<ConsoleDataProvider>();
  const act = (target: { resource: string; id: Identifier; action: string }, body: object) =>
    write(() => dataProvider.act(target, body));
  return { act, ...rest };
}
