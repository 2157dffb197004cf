/** The form in which a listed domain is stored and compared: small letters, ASCII, no "www." and no dot at the end. */
export function normalizeDomain(domain: string): string {
  const bare = domain
    .trim()
    .toLowerCase()
    .replace(/^\*?\.?(www\.)?/, '')
    .replace(/\.$/, '');
  try {
    return new URL(`http://${bare}`).hostname;
  } catch {
    return bare;
  }
}
