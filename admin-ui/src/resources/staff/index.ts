import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const staff: Page = {
  name: 'staff',
  section: 'administration',
  icon: BadgeOutlined,
  read: 'staff.read',
  write: 'staff.write',
  list: lazy(() => import('./staff-list')),
};
