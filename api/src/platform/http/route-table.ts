import type { RouteOptions } from 'fastify';

/** Which methods an address takes, for telling a wrong method from a wrong address. Asked only when routing failed. */
export class RouteTable {
  private readonly routes = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>();

  add(route: RouteOptions): void {
    // Catch-all routes serve the console; they say nothing about an address.
    if (route.url.includes('*')) return;
    const known = this.routes.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() };
    for (const method of [route.method].flat()) known.methods.add(method);
    this.routes.set(route.url, known);
  }

  methodsAt(path: string): string[] {
    const methods = [...this.routes.values()].flatMap((r) => (r.pattern.test(path) ? [...r.methods] : []));
    return [...new Set(methods)].sort();
  }
}

const patternOf = (url: string) => {
  const literal = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/:[^/]+/g, '[^/]+')}$`);
};
