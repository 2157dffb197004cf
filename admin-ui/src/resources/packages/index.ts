import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const packages: Page = {
  name: 'packages',
  section: 'economy',
  icon: Inventory2Outlined,
  read: 'catalogue.read',
  write: 'catalogue.write',
  list: lazy(() => import('./package-list')),
  show: lazy(() => import('./package-show')),
};
