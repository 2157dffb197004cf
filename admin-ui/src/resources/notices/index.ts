import MoveToInboxOutlined from '@mui/icons-material/MoveToInboxOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const notices: Page = {
  name: 'notices',
  section: 'money_back',
  icon: MoveToInboxOutlined,
  read: 'notice.read',
  list: lazy(() => import('./notice-list')),
  show: lazy(() => import('./notice-show')),
};
