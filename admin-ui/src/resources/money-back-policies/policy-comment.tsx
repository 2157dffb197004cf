import type { StaffMoneyBackPolicy } from '@coinwarden/contracts';
import { FIRST_VERSION_COMMENT } from '@coinwarden/domain';
import { useTranslate } from 'react-admin';

/** Why there is this version, in the words of whoever released it; what came with the product in the reader's language. */
export function PolicyComment({ of: { comment } }: { of: StaffMoneyBackPolicy }) {
  const translate = useTranslate();
  return <>{comment === FIRST_VERSION_COMMENT ? translate('policy.first_version') : comment}</>;
}
