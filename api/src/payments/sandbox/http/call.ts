import type { Behaviour, Operation } from '../behaviour.js';
import type { Doing } from '../commands/announce.js';
import type { CallBody } from './form-body.js';

/** One call to the sandbox, as far as it is understood. */
export interface Call extends Doing {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: CallBody;
  readonly behaviour: Behaviour | null;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** Parts of the path behind `/v1/`; a part that begins with a colon is anything. */
  readonly path: string;
  readonly operation: Operation;
  /** Which payment it is about, where the call says so: behaviours can be ordered for one payment. */
  readonly about?: (body: CallBody) => string | undefined;
  readonly run: (call: Call, id: string) => Promise<object>;
}

export function matches(route: Route, method: string, path: readonly string[]): boolean {
  const parts = route.path.split('/');
  return (
    route.method === method &&
    parts.length === path.length &&
    parts.every((part, i) => part.startsWith(':') || part === path[i])
  );
}

/** The part of the path that says which one; empty where the route has none. */
export const idIn = (route: Route, path: readonly string[]): string =>
  path[route.path.split('/').findIndex((part) => part.startsWith(':'))] ?? '';
