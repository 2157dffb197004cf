import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const backtests: Page = {
  name: 'backtests',
  section: 'protection',
  icon: ScienceOutlined,
  read: 'rule.read',
  list: lazy(() => import('./backtest-list')),
  show: lazy(() => import('./backtest-show')),
};

export const newBacktest: Page = {
  name: 'backtests/new',
  section: null,
  icon: ScienceOutlined,
  read: 'rule.write',
  page: lazy(() => import('./backtest-new')),
};

export const backtestComparison: Page = {
  name: 'backtests/compare',
  section: null,
  icon: ScienceOutlined,
  read: 'rule.read',
  page: lazy(() => import('./backtest-compare')),
};
