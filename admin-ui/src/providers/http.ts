import type { Problem } from '@coinwarden/contracts';
import { fetchUtils, HttpError } from 'react-admin';
import { i18nProvider } from '../i18n/i18n-provider';

const STAFF_API = '/staff';
const LINE_FEED = 10;

/** A refusal of the staff API: its stable code beside the status and message react-admin expects. */
export class Refusal extends HttpError {
  constructor(
    message: string,
    status: number,
    readonly code: string,
    readonly requestId: string | null,
    body: unknown,
  ) {
    super(message, status, body);
    // HttpError pins its own prototype; without this no refusal would be an instance of its class.
    Object.setPrototypeOf(this, Refusal.prototype);
  }
}

/** `/limits/0/limit` → `limits.0.limit`, the path of the form field the pointer means. */
const fieldOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

function refusalOf(error: HttpError): Refusal {
  const problem = (error.body ?? {}) as Partial<Problem>;
  const code = problem.code ?? `http.${error.status}`;
  const message = i18nProvider.translate(`problem.${code}`, {
    _: problem.title ?? i18nProvider.translate('problem.unreadable', { status: error.status }),
  });
  const errors = Object.fromEntries(
    (problem.errors ?? []).map((e) => [fieldOf(e.pointer) || 'root', e.detail]),
  );
  const fields = Object.keys(errors).length > 0 ? { errors } : {};
  return new Refusal(message, error.status, code, problem.requestId ?? null, { ...problem, ...fields });
}

/** What is wrong with which field of the form, by its path. */
export const fieldErrorsOf = (refusal: Refusal | null): Readonly<Record<string, string>> =>
  (refusal?.body?.errors as Record<string, string> | undefined) ?? {};

/** Every call to the staff API: session cookie, the header that proves the call is ours, problems as refusals. */
export async function call(url: string, options: fetchUtils.Options = {}) {
  const headers = new Headers(options.headers as HeadersInit);
  headers.set('X-Requested-With', 'coinwarden');
  headers.set('Accept', 'application/json');
  try {
    return await fetchUtils.fetchJson(url, { ...options, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof HttpError) throw refusalOf(error);
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal(i18nProvider.translate('problem.unreachable'), 0, 'unreachable', null, null);
  }
}

export const staffUrl = (path: string) => `${STAFF_API}/${path}`;

export async function readJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const { json } = await call(staffUrl(path), { signal: signal ?? null });
  return json as T;
}

/** A list as a file, with how many of its rows have come. An end before its time is a failure, never a shorter file. */
export async function download(
  path: string,
  { signal, onRows }: { signal: AbortSignal; onRows: (rows: number) => void },
): Promise<Blob> {
  const headers = { Accept: 'text/csv', 'X-Requested-With': 'coinwarden' };
  try {
    const response = await fetch(staffUrl(path), { signal, headers, credentials: 'same-origin' });
    if (!response.ok || response.body === null) {
      throw refusalOf(new HttpError('', response.status, await response.json().catch(() => null)));
    }
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    // The first line is no row.
    for (let lines = -1; ; ) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts, { type: 'text/csv' });
      parts.push(value);
      lines += value.reduce((ends, byte) => (byte === LINE_FEED ? ends + 1 : ends), 0);
      onRows(Math.max(lines, 0));
    }
  } catch (error) {
    if (error instanceof Refusal || signal.aborted) throw error;
    throw new Refusal(i18nProvider.translate('problem.unreachable'), 0, 'unreachable', null, null);
  }
}

export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const { json } = await call(
    staffUrl(path),
    body === undefined ? { method } : { method, body: JSON.stringify(body) },
  );
  return json as T;
}
