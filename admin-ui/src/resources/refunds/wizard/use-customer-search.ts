import type { StaffAccount, StaffTransaction } from '@coinwarden/contracts';
import { useGetList } from 'react-admin';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FEW = { pagination: { page: 1, perPage: 8 }, sort: { field: 'id', order: 'DESC' } } as const;

/** Whatever a customer can name: an id, the start of an e-mail or a name, the payment's reference, the purchase's id. */
export function useCustomerSearch(text: string) {
  const enabled = text.length >= 2;
  const accounts = useGetList<StaffAccount>('accounts', { ...FEW, filter: { q: text } }, { enabled });
  const paid = useGetList<StaffTransaction>(
    'transactions',
    { ...FEW, filter: { kind: 'purchase', paymentReference: text } },
    { enabled },
  );
  const named = useGetList<StaffTransaction>(
    'transactions',
    { ...FEW, filter: { kind: 'purchase', id: [text.toLowerCase()] } },
    { enabled: enabled && UUID.test(text) },
  );
  return {
    accounts: enabled ? (accounts.data ?? []) : [],
    purchases: enabled ? [...(paid.data ?? []), ...(named.data ?? [])] : [],
    error: accounts.error ?? paid.error ?? named.error,
    isPending: enabled && (accounts.isFetching || paid.isFetching || named.isFetching),
    isEmpty:
      enabled && accounts.data?.length === 0 && paid.data?.length === 0 && (named.data?.length ?? 0) === 0,
  };
}
