const keysOf = (path: string): string[] => (path === '' ? [] : path.split('.'));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What stands at `rows.0.why`; undefined where nothing does. */
export function valueAt(whole: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), whole);
}

/** The same with another value at the path; everything beside the path stays the very same. */
export function withValueAt<Whole>(whole: Whole, path: string, value: unknown): Whole {
  const [key, ...rest] = keysOf(path);
  if (key === undefined) return value as Whole;
  const inner = withValueAt(isObject(whole) ? whole[key] : undefined, rest.join('.'), value);
  if (Array.isArray(whole)) return whole.with(Number(key), inner) as Whole;
  return { ...whole, [key]: inner } as Whole;
}

export const joined = (...parts: (string | number)[]): string =>
  parts.filter((part) => part !== '').join('.');
