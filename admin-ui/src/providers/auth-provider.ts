import type { Permission } from '@coinwarden/domain';
import type { AuthProvider } from 'react-admin';
import { permissionFor } from './access';
import { Refusal } from './http';
import { type Credentials, currentSession, forgetSession, signIn, signOut } from './session';

const SIGNED_OUT = 401;

/** The server decides on every call; this only spares people doors that would not open. */
export const authProvider = {
  login: (credentials: Credentials) => signIn(credentials),

  logout: async () => {
    await signOut().catch(() => undefined);
    return '/login';
  },

  checkAuth: async () => {
    await currentSession();
  },

  checkError: async (error: unknown) => {
    if (error instanceof Refusal && error.status === SIGNED_OUT) {
      forgetSession();
      throw error;
    }
  },

  getIdentity: async () => {
    const { staff } = await currentSession();
    return { id: staff.id, fullName: staff.displayName || staff.email };
  },

  getPermissions: async (): Promise<Permission[]> => (await currentSession()).permissions,

  canAccess: async ({ resource, action }) => {
    const needed = permissionFor(resource, action);
    return needed === null || (await currentSession()).permissions.includes(needed);
  },
} satisfies AuthProvider;
