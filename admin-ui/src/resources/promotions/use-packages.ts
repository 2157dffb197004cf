import type { StaffPackage } from '@coinwarden/contracts';
import { useGetList } from 'react-admin';

const MANY = 200;

/** Every package, in the order of the shop. */
export const usePackages = () =>
  useGetList<StaffPackage>('packages', {
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: MANY },
  });

/** Packages by what they are called; by their id where that is not known. */
export function usePackageName(): (id: string) => string {
  const { data = [] } = usePackages();
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
