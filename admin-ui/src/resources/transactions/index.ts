import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const transactions: Page = {
  name: 'transactions',
  section: 'work',
  icon: ReceiptLongOutlined,
  read: 'transaction.read',
  list: lazy(() => import('./transaction-list')),
  show: lazy(() => import('./transaction-show')),
};
