import RuleOutlined from '@mui/icons-material/RuleOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const rulesets: Page = {
  name: 'rulesets',
  section: 'protection',
  icon: RuleOutlined,
  read: 'rule.read',
  list: lazy(() => import('./ruleset-list')),
  show: lazy(() => import('./ruleset-show')),
};
