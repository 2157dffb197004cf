import MonitorHeartOutlined from '@mui/icons-material/MonitorHeartOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const ruleHealth: Page = {
  name: 'rule-health',
  section: 'protection',
  icon: MonitorHeartOutlined,
  read: 'rule.read',
  page: lazy(() => import('./rule-health-page')),
};
