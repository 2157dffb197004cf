import { useTranslate } from 'react-admin';

/** An audit action in plain words; one the catalogue does not know yet stays as it was recorded. */
export function useActionText() {
  const translate = useTranslate();
  return (action: string) => translate(`audit_action.${action}`, { _: action });
}
