import type { Permission } from '@coinwarden/domain';
import type { SvgIconComponent } from '@mui/icons-material';
import { useTranslate } from 'react-admin';
import { english } from '../i18n/en/catalogue';
import { PAGES } from '../pages';
import { useMayOf } from '../providers/use-may';

/** A page of the console, or a part of one that people look for by its own name. */
interface Setting {
  readonly to: string;
  /** The keys of its name, and of the page it is part of. */
  readonly name: string;
  readonly within?: string;
  readonly read: Permission;
  readonly icon: SvgIconComponent | undefined;
}

/** What begins or uploads something is called by what it does. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'refunds/new': 'refund_wizard.title',
  'refund-bulks/new': 'refund_bulk.new',
  'lists/upload': 'list_upload.title',
  'price-points/upload': 'price_upload.title',
};
const nameKey = (page: string) => OWN_NAMES[page] ?? `resources.${page}.name`;

/** Tabs that are places of their own: the page, the parameter of its address, and where their names are. */
const TABS = [
  {
    page: 'case-setup',
    param: 'tab',
    words: 'case_setup.tab',
    tabs: ['queues', 'macros', 'policies', 'reviewers'],
  },
  {
    page: 'money-back-policies',
    param: 'kind',
    words: 'policy.kind',
    tabs: ['refund', 'dispute', 'clawback', 'risk_window', 'reasons'],
  },
] as const;

const SETTINGS: readonly Setting[] = [
  ...PAGES.filter(({ section, page }) => section !== null || page !== undefined).map(
    ({ name, read, icon }) => ({
      to: `/${name}`,
      name: nameKey(name),
      read,
      icon,
    }),
  ),
  ...TABS.flatMap(({ page, param, words, tabs }) => {
    const { read, icon } = PAGES.find(({ name }) => name === page)!;
    return tabs.map((tab) => ({
      to: `/${page}?${param}=${tab}`,
      name: `${words}.${tab}`,
      within: nameKey(page),
      read,
      icon,
    }));
  }),
];

export interface SettingHit {
  readonly to: string;
  readonly title: string;
  readonly detail: string | null;
  readonly icon: SvgIconComponent | undefined;
}

const MOST = 6;

/** The pages and settings the reader may open whose name has words that start as theirs do, in their language or English. */
export function useSettings(text: string): readonly SettingHit[] {
  const translate = useTranslate();
  const may = useMayOf();
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const plural = { smart_count: 2 };
  return SETTINGS.filter(({ read, name }) => may(read) && inEnglish(name) !== '')
    .map(({ to, name, within, icon }) => {
      const detail = within ? translate(within, plural) : null;
      const names = [translate(name, plural), detail, inEnglish(name), within && inEnglish(within)];
      return {
        to,
        icon,
        title: translate(name, plural),
        detail,
        words: wordsOf(names.filter(Boolean).join(' ')),
      };
    })
    .filter(({ words }) => wanted.every((start) => words.some((word) => word.startsWith(start))))
    .sort((a, b) => Number(begins(b.title, text)) - Number(begins(a.title, text)))
    .slice(0, MOST)
    .map(({ words: _, ...hit }) => hit);
}

const begins = (title: string, text: string) => title.toLowerCase().startsWith(text.trim().toLowerCase());

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The plural, which is what pages are called. */
function inEnglish(key: string): string {
  let at: unknown = english;
  for (const step of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[step];
  return typeof at === 'string' ? at : '';
}
