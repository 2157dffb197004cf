import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ExportList } from '../export/export-list.js';
import { ListedRecord, type StaffList } from './list-shape.js';
import { listStaffRecords, StaffPage } from './staff-list.js';

/** Turns the list a route names into the page or the file that was asked for. */
@Injectable()
export class ListInterceptor implements NestInterceptor<StaffList, unknown> {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: UnitOfWork,
    private readonly exportList: ExportList,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<StaffList>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const record = this.reflector.get(ListedRecord, context.getHandler());
    reply.header('Vary', 'Accept');
    return next
      .handle()
      .pipe(
        mergeMap((list) =>
          wantsFile(request)
            ? this.exportList.open({ list, record, request, reply })
            : this.page(list, request, reply),
        ),
      );
  }

  private async page(
    list: StaffList,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<readonly object[]> {
    if ('items' in list) return new StaffPage(list.name, 0, list.items, list.items.length).answer(reply);
    const page = await listStaffRecords(this.db, list.resource, request.query, (row: object) =>
      list.toRecord(row as never),
    );
    return page.answer(reply);
  }
}

/** Only who names it first: a browser that takes anything gets a page. */
const wantsFile = ({ headers }: FastifyRequest) => /^\s*text\/csv\b/i.test(headers.accept ?? '');
