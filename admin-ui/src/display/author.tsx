import { useTranslate } from 'react-admin';

/** Who wrote something: a member of staff by e-mail, or the product itself. */
export function Author({ value }: { value: string }) {
  const translate = useTranslate();
  return value === 'system' ? translate('actor.system') : value;
}
