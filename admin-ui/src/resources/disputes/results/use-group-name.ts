import type { DisputeReport } from '@coinwarden/contracts';
import { useTranslate } from 'react-admin';

/** Reasons have words; methods and packages are called as they are. */
export function useGroupName(by: DisputeReport['by']) {
  const translate = useTranslate();
  return (key: string): string =>
    by === 'reason' ? translate(`dispute_category.${key}`, { _: key.replaceAll('_', ' ') }) : key;
}
