import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

interface Change {
  no: number;
  at: string;
  by: { id: string; name: string } | null;
}

const INSTALLED = 'install';

/** Which version it is, when it was written and by whom. */
export function useChangeText() {
  const translate = useTranslate();
  const format = useFormat();
  return ({ no, at, by }: Change): string =>
    translate(by === null || by.id === INSTALLED ? 'case_setup.as_installed' : 'case_setup.changed', {
      no,
      at: format.date(at),
      by: by?.name,
    });
}
