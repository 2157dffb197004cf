import RuleOutlined from '@mui/icons-material/RuleOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const rules: Page = {
  name: 'rules',
  section: null,
  icon: RuleOutlined,
  read: 'rule.read',
  show: lazy(() => import('./rule-page')),
};
