import LibraryAddCheckOutlined from '@mui/icons-material/LibraryAddCheckOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const refundBulks: Page = {
  name: 'refund-bulks',
  section: 'money_back',
  icon: LibraryAddCheckOutlined,
  read: 'refund.read',
  write: 'refund.bulk',
  list: lazy(() => import('./bulk-list')),
  show: lazy(() => import('./bulk-show')),
};

export const newRefundBulk: Page = {
  name: 'refund-bulks/new',
  section: null,
  icon: LibraryAddCheckOutlined,
  read: 'refund.bulk',
  page: lazy(() => import('./bulk-new')),
};
