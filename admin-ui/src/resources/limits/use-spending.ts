import type { NextSpend, SpendingAnswer } from '@coinwarden/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readJson } from '../../providers/http';
import { type AskedSpend, spendQuery } from './spending-path';

const pathOf = (accountId: string) => `accounts/${encodeURIComponent(accountId)}/spending`;

/** Why the account was refused and what limits it. */
export const useSpending = (accountId: string) =>
  useQuery({
    queryKey: ['accounts', 'spending', accountId],
    queryFn: ({ signal }) => readJson<SpendingAnswer>(pathOf(accountId), signal),
  });

/** When so much can be spent; the last answer stays while the next is asked for. */
export const useNextSpend = (accountId: string, asked: AskedSpend | null) =>
  useQuery({
    queryKey: ['accounts', 'next-spend', accountId, asked],
    queryFn: ({ signal }) => readJson<NextSpend>(`${pathOf(accountId)}/next?${spendQuery(asked!)}`, signal),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
