/** Which list entries a verdict rests on: every hit is counted where the entry is looked at. */
import type { Instant } from '../kernel/time.js';
import type { ListEntry } from '../lists/list-entry.js';
import type { ListIndex } from '../lists/list-index.js';
import type { ContentVerdict } from './content.js';

const LISTED = new Set(['blocked', 'watched', 'allowed']);
const PHRASE_REASONS = new Set(['content.blocked_phrase', 'content.watched_phrase']);

export function listEntriesOf(
  { domains, reasons }: Pick<ContentVerdict, 'domains' | 'reasons'>,
  { lists, at }: { readonly lists: ListIndex; readonly at: Instant },
): readonly ListEntry[] {
  const hosts = domains.filter(({ standing }) => LISTED.has(standing)).map(({ host }) => host);
  const phrases = reasons
    .filter(({ code }) => PHRASE_REASONS.has(code))
    .map(({ values }) => String(values['phrase']));
  return [
    ...new Set([
      ...hosts.flatMap((host) => lists.findHost(host, at)),
      ...phrases.flatMap((phrase) => lists.findPhrase(phrase, at)),
    ]),
  ];
}
