import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const audit: Page = {
  name: 'audit',
  section: 'administration',
  icon: HistoryOutlined,
  read: 'audit.read',
  list: lazy(() => import('./audit-list')),
};
