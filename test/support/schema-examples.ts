/** The part of JSON Schema that our API descriptions use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly default?: unknown;
}

export type Definitions = Readonly<Record<string, JsonSchema>>;
export type Path = readonly (string | number)[];

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-05-01T12:00:00Z',
  uri: 'https://example.com/hook',
  email: 'someone@example.com',
  uuid: '0198a1b2-0000-7000-8000-000000000001',
  ipv4: '93.184.216.34',
  ipv6: '2606:4700::1',
};

/** One example per alternative of a schema, every optional field included. `known` names values by field. */
export function examplesOf(
  schema: JsonSchema,
  definitions: Definitions,
  known: Readonly<Record<string, unknown>>,
): unknown[] {
  const resolved = resolve(schema, definitions);
  const alternatives = resolved.oneOf ?? resolved.anyOf;
  if (alternatives) return alternatives.flatMap((one) => examplesOf(one, definitions, known));
  return [exampleOf(resolved, definitions, known)];
}

function exampleOf(
  schema: JsonSchema,
  definitions: Definitions,
  known: Readonly<Record<string, unknown>>,
): unknown {
  const s = resolve(schema, definitions);
  if (s.const !== undefined) return s.const;
  if (s.enum) return s.enum[0];
  const first = (s.oneOf ?? s.anyOf)?.[0];
  if (first) return exampleOf(first, definitions, known);
  switch (Array.isArray(s.type) ? s.type[0] : s.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(s.properties ?? {}).map(([name, property]) => [
          name,
          Object.hasOwn(known, name) ? known[name] : exampleOf(property, definitions, known),
        ]),
      );
    case 'array':
      return [exampleOf(s.items ?? {}, definitions, known)];
    case 'integer':
    case 'number':
      return Math.max(1, s.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return FORMATS[s.format ?? ''] ?? 'example';
    default:
      return {};
  }
}

const resolve = (schema: JsonSchema, definitions: Definitions): JsonSchema =>
  schema.$ref ? (definitions[schema.$ref.split('/').at(-1)!] ?? {}) : schema;

/** Every place in a value, the value itself first. */
export function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** A copy with one place changed. */
export function withValueAt(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<string | number, unknown>;
  holder[key] = withValueAt(holder[key], rest, replacement);
  return copy;
}
