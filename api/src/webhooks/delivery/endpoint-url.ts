import { fail, ok, type Result } from '@coinwarden/domain';
import { isPublicAddress, literalAddress } from './public-address.js';

export type EndpointUrlRefusal = 'https_required' | 'credentials' | 'private_address';

export const ENDPOINT_URL_REFUSALS: Readonly<Record<EndpointUrlRefusal, string>> = {
  https_required: 'must start with https://, because messages name accounts and amounts',
  credentials: 'must not carry a user name or password; the signature authenticates the sender',
  private_address: 'must not be an address of a private or local network',
};

/** Checks what can be told from the URL alone; where its name leads is checked at every connection. */
export function checkEndpointUrl(text: string, allowPrivate: boolean): Result<URL, EndpointUrlRefusal> {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return fail('credentials');
  if (allowPrivate) return ok(url);
  if (url.protocol !== 'https:') return fail('https_required');
  const address = literalAddress(url);
  const local = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
  if (local || (address !== null && !isPublicAddress(address))) return fail('private_address');
  return ok(url);
}
