import HubOutlined from '@mui/icons-material/HubOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const rings: Page = {
  name: 'rings',
  section: 'protection',
  icon: HubOutlined,
  read: 'ring.read',
  write: 'ring.judge',
  list: lazy(() => import('./ring-list')),
  show: lazy(() => import('./ring-show')),
};
