import PolicyOutlined from '@mui/icons-material/PolicyOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const moneyBackPolicies: Page = {
  name: 'money-back-policies',
  section: 'money_back',
  icon: PolicyOutlined,
  read: 'money_back_policy.read',
  write: 'money_back_policy.write',
  list: lazy(() => import('./policy-page')),
  show: lazy(() => import('./policy-show')),
};
