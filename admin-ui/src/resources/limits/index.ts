import MoreTimeOutlined from '@mui/icons-material/MoreTimeOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

/** Why an account was refused, and when it can spend again. */
export const limits: Page = {
  name: 'limits',
  section: 'work',
  icon: MoreTimeOutlined,
  read: 'limit.read',
  list: lazy(() => import('./limits-home')),
  show: lazy(() => import('./limits-show')),
};
