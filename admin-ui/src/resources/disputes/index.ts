import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const disputes: Page = {
  name: 'disputes',
  section: 'money_back',
  icon: GavelOutlined,
  read: 'dispute.read',
  list: lazy(() => import('./dispute-views')),
  show: lazy(() => import('./dispute-show')),
};
