import { ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { internalProblem, PROBLEM_TYPE, problemDocument, refusalOf } from './problem.js';
import { ProblemError } from './problem-error.js';
import type { RouteTable } from './route-table.js';

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const known = refusalOf(error);
    if (!known || known.status >= 500) {
      const what = `${request.method} ${request.url.split('?', 1)[0]} (${request.id})`;
      this.logger.error(what, error instanceof Error ? error.stack : String(error));
    }
    // Nothing can be said any more once an answer is on its way.
    if (reply.sent) return;
    const refusal = this.refine(known ?? internalProblem(), request);
    for (const [name, value] of Object.entries(refusal.headers)) reply.header(name, value);
    if (refusal.status === 401) reply.header('WWW-Authenticate', 'Bearer');
    reply
      .code(refusal.status)
      .header('X-Request-Id', request.id)
      .type(PROBLEM_TYPE)
      .header('Cache-Control', 'no-store')
      .send(JSON.stringify(problemDocument(refusal, request)));
  }

  /** Nothing here for this method, or nothing here at all? */
  private refine(refusal: ProblemError, request: FastifyRequest): ProblemError {
    if (refusal.code !== 'route.unknown') return refusal;
    const methods = this.routes.methodsAt(request.url.split('?', 1)[0]!);
    if (methods.length === 0 || methods.includes(request.method)) return refusal;
    const allow = methods.join(', ');
    return new ProblemError('method.not_allowed', `This address takes ${allow}.`, [], { Allow: allow });
  }
}
