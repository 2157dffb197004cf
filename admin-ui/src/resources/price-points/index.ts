import SellOutlined from '@mui/icons-material/SellOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const pricePoints: Page = {
  name: 'price-points',
  section: 'economy',
  icon: SellOutlined,
  read: 'catalogue.read',
  write: 'catalogue.write',
  list: lazy(() => import('./price-point-list')),
};

export const priceUpload: Page = {
  name: 'price-points/upload',
  section: null,
  icon: SellOutlined,
  read: 'catalogue.write',
  page: lazy(() => import('./price-upload')),
};
