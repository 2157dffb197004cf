import type { Permission } from '@coinwarden/domain';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { ProblemError } from '../http/problem-error.js';
import type { Actor } from './actor.js';
import { ApiKeys } from './api-keys.js';
import { ACCESS_METADATA, type RouteAccess } from './requires.js';
import { sessionToken } from './session-cookie.js';
import { type LiveSession, Sessions } from './sessions.js';

declare module 'fastify' {
  interface FastifyRequest {
    session?: LiveSession;
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const BEARER = /^Bearer ([\w-]{20,200})$/i;

/**
 * Stands before every route. Under `/staff` only a session counts, everywhere else only an API key; a route that
 * declares nothing is closed to everybody.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly apiKeys: ApiKeys,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS_METADATA, targets);
    if (!access)
      throw new ProblemError('auth.forbidden', 'This address declares no permission and stays closed.');
    if (access.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isStaffRoute = request.routeOptions.url?.startsWith('/staff/') ?? false;
    request.actor = isStaffRoute ? await this.signedIn(request, access) : await this.keyHolder(request);
    if (access.kind === 'permission') permit(request.actor, access.permission);
    return true;
  }

  private async signedIn(request: FastifyRequest, access: RouteAccess): Promise<Actor> {
    const token = sessionToken(request, this.config);
    const session = token ? await this.sessions.find(token) : null;
    if (!session)
      throw new ProblemError('session.invalid', 'Sign in first: there is no session, or it has ended.');
    if (!READS.has(request.method) && request.headers['x-requested-with'] !== 'coinwarden') {
      throw new ProblemError(
        'request.csrf',
        'Send the header X-Requested-With: coinwarden with every write.',
      );
    }
    if (session.barrier && access.kind !== 'session') throw new ProblemError(session.barrier);
    request.session = session;
    return session.actor;
  }

  private async keyHolder(request: FastifyRequest): Promise<Actor> {
    const key = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (!key) throw new ProblemError('auth.missing', 'Send an API key: Authorization: Bearer <api key>.');
    return this.apiKeys.authenticate(key, request.ip);
  }
}

function permit(actor: Actor, permission: Permission): void {
  if (actor.permissions.has(permission)) return;
  throw new ProblemError('auth.forbidden', `This needs the permission ${permission}.`);
}
