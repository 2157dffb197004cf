import type { Permission } from '@coinwarden/domain';
import { usePermissions } from 'react-admin';

/** Whether the signed-in person holds a permission; false until that is known. */
export function useMay(permission: Permission): boolean {
  const { permissions } = usePermissions<Permission[]>();
  return permissions?.includes(permission) ?? false;
}
