import QueryStatsOutlined from '@mui/icons-material/QueryStatsOutlined';
import { lazy } from 'react';
import type { Page } from '../layout/page';

export const moneyBack: Page = {
  name: 'money-back',
  section: 'money_back',
  icon: QueryStatsOutlined,
  read: 'report.read',
  page: lazy(() => import('./dashboard/money-back-page')),
};
