import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { lazy } from 'react';
import type { Page } from '../layout/page';

export const review: Page = {
  name: 'review',
  section: 'work',
  icon: FactCheckOutlined,
  read: 'transaction.review',
  page: lazy(() => import('./review-queue')),
};
