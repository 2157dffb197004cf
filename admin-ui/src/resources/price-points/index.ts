import SellOutlined from '@mui/icons-material/SellOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const pricePoints: Page = {
  name: 'price-points',
  section: 'economy',
  icon: SellOutlined,
  read: 'catalogue.read',
  list: lazy(() => import('./price-point-list')),
};
