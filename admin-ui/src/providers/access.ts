import type { Permission } from '@coinwarden/domain';
import { PAGES } from '../pages';

/** The permission a page or resource asks for; null where every signed-in person may look. */
export function permissionFor(resource: string, action: string): Permission | null {
  const page = PAGES.find(({ name }) => name === resource);
  if (!page) return null;
  return action === 'list' || action === 'show' ? page.read : (page.write ?? page.read);
}
