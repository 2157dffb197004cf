import type { Permission } from '@coinwarden/domain';
import { usePermissions } from 'react-admin';

/** Tells of any permission whether the signed-in person holds it; of none until that is known. */
export function useMayOf(): (permission: Permission) => boolean {
  const { permissions } = usePermissions<Permission[]>();
  return (permission) => permissions?.includes(permission) ?? false;
}

/** Whether the signed-in person holds a permission; false until that is known. */
export const useMay = (permission: Permission): boolean => useMayOf()(permission);
