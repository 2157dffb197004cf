import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIST = new URL('../../../shared/conformance/text/hostile-strings.json', import.meta.url);

/** A few of every kind, for every place a string can stand. */
export const HOSTILE_CORE: readonly string[] = [
  '',
  ' ',
  'null',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  '0x7fffffff',
  '../../../etc/passwd%00',
  "'; DROP TABLE accounts; --",
  '{"$ne": null}',
  '{{7*7}}#{7*7}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '%s%n%x%d',
  'a\u0000b',
  '\u0001\u001f\u007f',
  '\ud800',
  'x\udfffy',
  '\u202e\u200b\ufeff\u00ad',
  '\uffff\ufffe',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '👩‍👩‍👧‍👦🇺🇸🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '٠١٢ ﷽ İıſ',
  '2026-02-30T25:61:61Z',
  '9999999999999999999999',
  'x'.repeat(100_000),
];

/** The published list where it is at hand, so that every clone runs the core and a full check-out everything. */
export function hostileStrings(): readonly string[] {
  if (!existsSync(LIST)) {
    console.warn(`${fileURLToPath(LIST)} is absent: only the built-in hostile strings are tried.`);
    return HOSTILE_CORE;
  }
  return [...HOSTILE_CORE, ...(JSON.parse(readFileSync(LIST, 'utf8')) as string[])];
}
