import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domainFeatures, type Host, hashPlace, hashText, readHost } from '@coinwarden/domain';
import { readCsv } from './csv.js';
import type { Sample } from './logistic.js';

/** Hosts with a label. Scam hosts know the month they were first listed in, where the source does. */
export interface LabelledHost {
  readonly host: Host;
  readonly scam: boolean;
  readonly month: string | null;
}

const lines = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim().replace(/\.$/, ''))
    .filter((line) => line !== '' && !line.startsWith('//'));

export function loadScamHosts(folder: string): readonly LabelledHost[] {
  const dated = readCsv(join(folder, 'domains', 'scam-dated.csv')).map((row) => ({
    name: row['domain']!.replace(/\.$/, ''),
    month: row['month']!,
  }));
  const chat = lines(join(folder, 'domains', 'scam-chat.txt')).map((name) => ({ name, month: null }));
  return unique([...dated, ...chat], true);
}

/** Hosts of free software projects, brands and schools, and well-known sites: see docs/content.md. */
export const loadHonestHosts = (): readonly LabelledHost[] =>
  unique(
    lines(new URL('../../content-model/honest-hosts.txt', import.meta.url).pathname).map((name) => ({
      name,
      month: null,
    })),
    false,
  );

export const loadOfficialHosts = (folder: string): readonly string[] =>
  lines(join(folder, 'domains', 'official.txt'));

function unique(
  names: readonly { readonly name: string; readonly month: string | null }[],
  scam: boolean,
): readonly LabelledHost[] {
  const seen = new Set<string>();
  const hosts: LabelledHost[] = [];
  for (const { name, month } of names) {
    const host = readHost(name.toLowerCase());
    if (host === undefined || seen.has(host.ascii)) continue;
    seen.add(host.ascii);
    hosts.push({ host, scam, month });
  }
  return hosts;
}

export function domainSample({ host, scam }: LabelledHost, weight: number): Sample {
  const { pieces, facts } = domainFeatures(host);
  return {
    groups: [
      { places: Int32Array.from(facts), value: 1 },
      { places: Int32Array.from(pieces), value: 1 / Math.sqrt(pieces.length || 1) },
    ],
    label: scam ? 1 : 0,
    weight,
  };
}

/** One share of the registered domains: a domain with many hosts is on one side of a split only. */
export const inShare = (domain: string, share: number, of: number): boolean =>
  hashPlace(hashText(domain, 77), of) === share;
