import { HASH_SEED, hashPlace, hashStep, hashText } from '../model/hashing.js';
import { SHORTENERS, THROWAWAY_ENDINGS } from './link-endings.js';

/**
 * The form of a host as places in a table of weights: pieces of its labels, its ending, its length, its digits and
 * hyphens. Training and scanning use this one function.
 */
export interface HostForm {
  readonly ascii: string;
  readonly label: string;
  readonly suffix: string;
}

export interface DomainFeatures {
  /** Pieces of the name; together they count as one, however long the name is. */
  readonly pieces: readonly number[];
  /** Single facts about the form. */
  readonly facts: readonly number[];
}

export const DOMAIN_PLACES = 1 << 16;
const MIN_PIECE = 3;
const MAX_PIECE = 6;
const MAX_LABEL_READ = 40;

export function domainFeatures(host: HostForm): DomainFeatures {
  const pieces: number[] = [];
  const before = host.ascii.slice(0, Math.max(0, host.ascii.length - host.suffix.length - 1));
  for (const label of before.split('.').slice(-3)) addPieces(label, pieces);
  const facts = [
    `end:${host.suffix}`,
    `last:${host.suffix.slice(host.suffix.lastIndexOf('.') + 1)}`,
    `throwaway:${THROWAWAY_ENDINGS.has(host.suffix)}`,
    `short:${SHORTENERS.has(`${host.label}.${host.suffix}`)}`,
    `length:${Math.min(Math.floor(host.label.length / 3), 8)}`,
    `hyphens:${Math.min(count(host.label, /-/g), 3)}`,
    `digits:${Math.min(count(host.label, /\d/g), 4)}`,
    `labels:${Math.min(before.split('.').length, 4)}`,
    `vowels:${Math.round((4 * count(host.label, /[aeiouy]/g)) / Math.max(1, host.label.length))}`,
    `foreign:${host.ascii.includes('xn--')}`,
  ].map((fact) => hashPlace(hashText(fact), DOMAIN_PLACES));
  return { pieces, facts };
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function addPieces(label: string, pieces: number[]): void {
  const text = `^${label.slice(0, MAX_LABEL_READ)}$`;
  for (let i = 0; i < text.length; i += 1) {
    let hash = HASH_SEED;
    for (let n = 1; n <= MAX_PIECE && i + n <= text.length; n += 1) {
      hash = hashStep(hash, text.charCodeAt(i + n - 1));
      if (n >= MIN_PIECE) pieces.push(hashPlace(hash, DOMAIN_PLACES));
    }
  }
  for (const word of label.split('-')) pieces.push(hashPlace(hashText(`w:${word}`), DOMAIN_PLACES));
}
