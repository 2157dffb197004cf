import ChatOutlined from '@mui/icons-material/ChatOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const contentScans: Page = {
  name: 'content-scans',
  section: 'protection',
  icon: ChatOutlined,
  read: 'content.read',
  list: lazy(() => import('./scan-list')),
  show: lazy(() => import('./scan-show')),
};
