import type { AccountNote } from '@coinwarden/contracts';
import { useGetList } from 'react-admin';

/** As many as anybody reads through; older ones are in the timeline. */
const ROWS = 100;

export const useAccountNotes = (accountId: string) =>
  useGetList<AccountNote>('account-notes', {
    filter: { accountId },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: ROWS },
  });
