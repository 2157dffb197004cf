import AssignmentReturnOutlined from '@mui/icons-material/AssignmentReturnOutlined';
import CurrencyExchangeOutlined from '@mui/icons-material/CurrencyExchangeOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const refundQueue: Page = {
  name: 'refund-queue',
  section: 'money_back',
  icon: AssignmentReturnOutlined,
  read: 'refund.read',
  page: lazy(() => import('./refund-queue')),
};

export const refunds: Page = {
  name: 'refunds',
  section: 'money_back',
  icon: CurrencyExchangeOutlined,
  read: 'refund.read',
  write: 'refund.create',
  list: lazy(() => import('./refund-list')),
  show: lazy(() => import('./refund-show')),
};

export const newRefund: Page = {
  name: 'refunds/new',
  section: null,
  icon: AssignmentReturnOutlined,
  read: 'refund.create',
  page: lazy(() => import('./wizard/refund-wizard')),
};
