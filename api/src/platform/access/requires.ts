import type { Permission } from '@coinwarden/domain';
import { SetMetadata } from '@nestjs/common';

export const ACCESS_METADATA = 'coinwarden:access';

export type RouteAccess =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'session'; readonly why: string }
  | { readonly kind: 'public'; readonly why: string };

/** The permission a caller needs: a staff role's under `/staff`, an API key's scope elsewhere. */
export const Requires = (permission: Permission) =>
  SetMetadata<string, RouteAccess>(ACCESS_METADATA, { kind: 'permission', permission });

/** Any signed-in member of staff, for what everybody may do with their own session. */
export const SignedIn = (why: string) =>
  SetMetadata<string, RouteAccess>(ACCESS_METADATA, { kind: 'session', why });

/** Nobody is asked who they are; says why that is right. */
export const Public = (why: string) =>
  SetMetadata<string, RouteAccess>(ACCESS_METADATA, { kind: 'public', why });
