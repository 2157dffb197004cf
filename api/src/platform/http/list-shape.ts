import { Reflector } from '@nestjs/core';
import type { z } from 'zod';
import type { StaffResource } from './staff-query.js';

/** A list that is short and whole, whatever page is asked for. */
export interface WholeList {
  readonly name: string;
  readonly items: readonly object[];
}

/** A list that is read by page: its rows, and the record that the asker may see of one. */
export interface ReadList {
  readonly resource: StaffResource;
  toRecord(row: never): object;
}

/** What a route marked `@Lists` answers with: which list it is, for whom. Pages and files are made of it elsewhere. */
export type StaffList = WholeList | ReadList;

export const listOf = <Row extends object>(
  resource: StaffResource,
  toRecord: (row: Row) => object,
): ReadList => ({ resource, toRecord });

export const wholeList = (name: string, items: readonly object[]): WholeList => ({ name, items });

/** The schema of a list's records, whose fields are the columns of its file. */
export const ListedRecord = Reflector.createDecorator<z.ZodType>();
