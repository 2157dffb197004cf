import type { Permission, Role } from '@coinwarden/domain';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** A signed-in member of staff. */
export interface StaffActor {
  readonly type: 'staff';
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId: string;
}

/** A platform backend that came with an API key. */
export interface ApiKeyActor {
  readonly type: 'api_key';
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

export type Actor = StaffActor | ApiKeyActor;

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

const actorOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().actor;

/** The authenticated caller; the guard has made sure there is one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context);
  if (!actor) throw new Error('@CurrentActor on a route that lets callers in without credentials');
  return actor;
});

/** The same on staff routes, where only a session counts. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const actor = actorOf(context);
  if (actor?.type !== 'staff') throw new Error('@CurrentStaff on a route that is not under /staff');
  return actor;
});
