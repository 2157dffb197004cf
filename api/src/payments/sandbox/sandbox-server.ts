import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Advance } from './commands/advance.js';
import { SendNotices } from './commands/send-notices.js';
import { AnswerCall, LineDied } from './http/answer-call.js';
import { asJson, controlAt } from './http/control.js';
import { httpCarrier } from './http-carrier.js';
import { Sandbox } from './sandbox.js';
import { StripeProblem } from './stripe-problem.js';

const BODY_MAX_BYTES = 16 * 1_024 * 1_024;
const TICK_MS = 250;

/**
 * Stripe, as far as this product uses it, on a loopback port of this process. Its books are tables, so several processes
 * on one database are one sandbox, and a restart forgets nothing. Never in production, and only where Stripe is not set up.
 */
@Injectable()
export class SandboxServer implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger('Sandbox');
  private server: Server | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ticking: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly sandbox: Sandbox,
    private readonly answerCall: AnswerCall,
    private readonly advance: Advance,
    private readonly notices: SendNotices,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { sandbox } = this.config.payments;
    if (sandbox === null) return;
    const { hostname, port } = new URL(sandbox.url);
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(Number(port), hostname, resolve);
    });
    server.unref();
  }

  /** From now on time passes in the sandbox, and its notices go to this address. */
  start(noticeUrl: string): void {
    const { sandbox } = this.config.payments;
    if (sandbox === null || this.timer !== null) return;
    const carrier = httpCarrier(noticeUrl);
    const tick = async () => {
      const now = this.clock.now();
      await this.advance.run(now);
      await this.notices.run({ carrier, secret: sandbox.webhookSecret, now });
    };
    let busy = false;
    this.timer = setInterval(() => {
      if (busy) return;
      busy = true;
      this.ticking = tick()
        .catch((error) => this.logger.error('The sandbox stumbles; it goes on', error))
        .finally(() => {
          busy = false;
        });
    }, TICK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.ticking;
  }

  /** Later, because jobs that are ending may still pay. */
  async onApplicationShutdown(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const raw = await bodyOf(request);
      if (!this.isAllowed(request)) return reply(response, 401, UNAUTHORISED);
      const target = request.url ?? '/';
      if (target.startsWith('/sandbox/')) await this.control(target.slice('/sandbox/'.length), raw, response);
      else if (target.startsWith('/v1/')) await this.call(request, raw, response);
      else
        reply(
          response,
          404,
          '{"error":{"type":"invalid_request_error","message":"Unrecognized request URL"}}',
        );
    } catch (error) {
      if (error instanceof LineDied) return void response.destroy();
      this.logger.error('The sandbox cannot answer', error);
      if (response.headersSent) response.destroy();
      else reply(response, 500, '{"error":{"type":"api_error","message":"The sandbox failed."}}');
    }
  }

  private async call(request: IncomingMessage, raw: Buffer, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers, url = '/' } = request;
    const key = headers['idempotency-key'];
    const answer = await this.answerCall.run({
      method,
      target: url.slice('/v1/'.length),
      contentType: headers['content-type'],
      idempotencyKey: typeof key === 'string' ? key : null,
      raw,
    });
    if (answer.line.dies) throw new LineDied();
    if (answer.line.silentMs > 0) await silence(answer.line.silentMs, response);
    if (answer.replayed) response.setHeader('Idempotent-Replayed', 'true');
    reply(response, answer.status, answer.body);
  }

  private async control(path: string, raw: Buffer, response: ServerResponse): Promise<void> {
    const found = controlAt(path);
    if (!found) return reply(response, 404, '{"error":{"message":"There is no such control."}}');
    try {
      const body: unknown = raw.length === 0 ? {} : JSON.parse(raw.toString('utf8'));
      reply(response, 200, asJson(await found.control(this.sandbox, body, found.id)));
    } catch (error) {
      if (error instanceof StripeProblem) return reply(response, error.status, asJson(error.body));
      if (error instanceof z.ZodError || error instanceof SyntaxError)
        return reply(response, 400, asJson({ error: { message: error.message } }));
      throw error;
    }
  }

  /** The library sends the key as a bearer token. */
  private isAllowed({ headers: { authorization = '' } }: IncomingMessage): boolean {
    const wanted = Buffer.from(`Bearer ${this.config.payments.sandbox?.key}`);
    const given = Buffer.from(authorization);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

const UNAUTHORISED = '{"error":{"type":"invalid_request_error","message":"Invalid API Key provided."}}';

function reply(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Stripe-Should-Retry': 'false' });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > BODY_MAX_BYTES) throw new LineDied();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Ends early when the caller gives up. */
const silence = (ms: number, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms).unref();
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
