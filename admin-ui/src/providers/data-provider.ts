import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { call, sendJson } from './http';

/** How deep the staff API pages by offset; below that, totals are exact. */
export const EXACT_TOTAL_ROWS = 10_000;

/** react-admin's simple REST dialect under `/staff`, and the verbs of the domain as actions. */
export interface ConsoleDataProvider extends DataProvider {
  act<T = unknown>(target: { resource: string; id: Identifier; action: string }, body: object): Promise<T>;
}

const rest = simpleRestProvider('/staff', call);

export const dataProvider: ConsoleDataProvider = {
  ...rest,
  supportAbortSignal: true,

  getList: async <Row extends RaRecord>(...[resource, params]: Parameters<DataProvider['getList']>) => {
    const { data, total = 0 } = await rest.getList<Row>(resource, params);
    return { data, total: Math.min(total, EXACT_TOTAL_ROWS), meta: { total } };
  },

  act: (target, body) =>
    sendJson('POST', `${target.resource}/${encodeURIComponent(target.id)}/actions/${target.action}`, body),
};
