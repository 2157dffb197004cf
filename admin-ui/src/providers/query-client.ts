import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './http';

const MAX_RETRIES = 2;

/** A refusal is an answer and is not asked for again; a lost or failed call is retried twice before it is shown. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) =>
        failures < MAX_RETRIES && (!(error instanceof Refusal) || error.status === 0 || error.status >= 500),
      staleTime: 5_000,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
