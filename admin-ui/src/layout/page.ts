import type { Permission } from '@coinwarden/domain';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType } from 'react';

export const SECTIONS = ['work', 'money_back', 'economy', 'protection', 'administration'] as const;
export type Section = (typeof SECTIONS)[number];

/** What a folder tells the console about itself: its place in the navigation, who may see it, and its pages. */
export interface Page {
  /** The resource's name in the staff API, and its path in the console. */
  readonly name: string;
  /** Null: no place in the navigation, reached from other pages. */
  readonly section: Section | null;
  readonly icon: SvgIconComponent;
  readonly read: Permission;
  readonly write?: Permission;
  readonly list?: ComponentType;
  readonly show?: ComponentType;
  /** A page of its own, where the folder is no resource. */
  readonly page?: ComponentType;
  /** The address of such a page, where it holds more than the name. */
  readonly path?: string;
  readonly recordRepresentation?: string;
}
