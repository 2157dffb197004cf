import type { StaffSession } from '@coinwarden/contracts';
import { useQuery } from '@tanstack/react-query';
import { currentSession } from './session';

export const SESSION_KEY = ['session'];

/** The session of the signed-in person; undefined until it is known. */
export function useSession(): StaffSession | undefined {
  return useQuery({ queryKey: SESSION_KEY, queryFn: currentSession, staleTime: Number.POSITIVE_INFINITY })
    .data;
}
