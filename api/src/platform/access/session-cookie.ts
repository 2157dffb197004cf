import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';

/** `__Host-` makes the browser itself insist on Secure, on this host alone and on the whole path. */
export const cookieName = (config: Config): string =>
  config.production ? '__Host-coinwarden_session' : 'coinwarden_session';

const options = (config: Config) =>
  ({ httpOnly: true, sameSite: 'strict', secure: config.production, path: '/' }) as const;

export const sessionToken = (request: FastifyRequest, config: Config): string | null =>
  request.cookies[cookieName(config)] || null;

export function setSessionCookie(
  reply: FastifyReply,
  config: Config,
  session: { token: string; expiresAt: number },
): void {
  reply.setCookie(cookieName(config), session.token, {
    ...options(config),
    expires: new Date(session.expiresAt),
  });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), options(config));
}
