import SpeedOutlined from '@mui/icons-material/SpeedOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const limitPolicies: Page = {
  name: 'limit-policies',
  section: 'protection',
  icon: SpeedOutlined,
  read: 'limit_policy.read',
  write: 'limit_policy.write',
  list: lazy(() => import('./limit-policy-list')),
  show: lazy(() => import('./limit-policy-show')),
};
