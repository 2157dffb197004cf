import type { StaffNoticeDetail } from '@coinwarden/contracts';

/** The body laid out to be read: JSON with its lines broken, and what is wrapped in it unwrapped. */
export function readableBody({ source, body }: Pick<StaffNoticeDetail, 'source' | 'body'>): string {
  if (body === null) return '';
  try {
    return JSON.stringify(unwrap(source, JSON.parse(body)), null, 2);
  } catch {
    return body;
  }
}

type Json = Record<string, unknown>;

function unwrap(source: StaffNoticeDetail['source'], body: Json): unknown {
  if (source === 'apple') return claimsWithin(body);
  const message = body['message'] as Json | undefined;
  if (source !== 'google' || typeof message?.['data'] !== 'string') return body;
  return { ...body, message: { ...message, data: JSON.parse(textOf(message['data'])) } };
}

/** Every signed part is replaced by what it says; the signatures were checked before it was stored. */
function claimsWithin(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const signed = key.startsWith('signed') && typeof inner === 'string' && inner.split('.').length === 3;
      return [key, claimsWithin(signed ? JSON.parse(textOf(inner.split('.')[1]!)) : inner)];
    }),
  );
}

function textOf(base64: string): string {
  const bytes = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
}
