import { invalid } from '../stripe-problem.js';

/** What a call brings: fields as Stripe nests them (`evidence[uncategorized_text]`), files by the field they came in. */
export interface CallBody {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<
    string,
    { readonly name: string; readonly type: string; readonly data: Buffer }
  >;
}

const NOTHING: CallBody = { fields: new Map(), files: new Map() };

/** Form-encoded as the library sends it, or multipart for files. */
export async function readCallBody(raw: Buffer, contentType: string | undefined): Promise<CallBody> {
  if (raw.length === 0) return NOTHING;
  if (contentType?.startsWith('application/x-www-form-urlencoded'))
    return { ...NOTHING, fields: new Map(new URLSearchParams(raw.toString('utf8'))) };
  if (!contentType?.startsWith('multipart/form-data'))
    throw invalid('body', 'The body must be form-encoded or multipart.');
  const form = await new Response(new Uint8Array(raw), {
    headers: { 'content-type': contentType },
  }).formData();
  const fields = new Map<string, string>();
  const files = new Map<string, { name: string; type: string; data: Buffer }>();
  for (const [field, value] of form) {
    if (typeof value === 'string') fields.set(field, value);
    else
      files.set(field, { name: value.name, type: value.type, data: Buffer.from(await value.arrayBuffer()) });
  }
  return { fields, files };
}

/** The fields under a name: `metadata[order]` under `metadata` is `order`. */
export function nested({ fields }: CallBody, name: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of fields) {
    const inner = key.startsWith(`${name}[`) && key.endsWith(']') ? key.slice(name.length + 1, -1) : null;
    if (inner) found[inner] = value;
  }
  return found;
}
