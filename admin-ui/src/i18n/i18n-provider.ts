import polyglotI18nProvider from 'ra-i18n-polyglot';
import { english } from './en/catalogue';

const LOCALES = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
];

const catalogueOf = (locale: string) =>
  locale === 'de' ? import('./de/catalogue').then(({ german }) => german) : english;

const preferred = () =>
  navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => LOCALES.some((l) => l.locale === tag));

export const i18nProvider = polyglotI18nProvider(catalogueOf, 'en', LOCALES, { allowMissing: false });

/** Before the first paint: the language chosen earlier, else the browser's, else English. */
export async function restoreLocale(chosen: string | undefined): Promise<void> {
  const locale = chosen ?? preferred() ?? 'en';
  if (locale !== 'en') await i18nProvider.changeLocale(locale).catch(() => undefined);
}
