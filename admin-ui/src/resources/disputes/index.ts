import BalanceOutlined from '@mui/icons-material/BalanceOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const disputes: Page = {
  name: 'disputes',
  section: 'money_back',
  icon: BalanceOutlined,
  read: 'dispute.read',
  list: lazy(() => import('./dispute-views')),
  show: lazy(() => import('./dispute-show')),
};
