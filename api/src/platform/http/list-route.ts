import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { z } from 'zod';
import { ListInterceptor } from './list.interceptor.js';
import { ListedRecord } from './list-shape.js';

export { listOf, type StaffList, wholeList } from './list-shape.js';

/**
 * Makes a route a list: a page in react-admin's dialect, or all rows that the filter finds as CSV for who accepts
 * `text/csv`. The route only says which list it is; both come from that, with the same permission and masks.
 */
export const Lists = (record: z.ZodType): MethodDecorator =>
  applyDecorators(
    ListedRecord(record),
    UseInterceptors(ListInterceptor),
    ApiProduces('application/json', 'text/csv'),
    ApiOkResponse({ standardSchema: z.array(record) }),
  );
