import ReportGmailerrorredOutlined from '@mui/icons-material/ReportGmailerrorredOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const fraudWarnings: Page = {
  name: 'fraud-warnings',
  section: 'money_back',
  icon: ReportGmailerrorredOutlined,
  read: 'dispute.read',
  list: lazy(() => import('./warning-list')),
};
