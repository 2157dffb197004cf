import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router';
import { PAGES } from '../pages';

/** The name of what the address leads into; empty where that is nothing of ours. */
export function usePlaceName(): string {
  const [, place = ''] = useLocation().pathname.split('/');
  const translate = useTranslate();
  if (place === '') return translate('dashboard.title');
  return PAGES.some(({ name }) => name === place)
    ? translate(`resources.${place}.name`, { smart_count: 2 })
    : '';
}
