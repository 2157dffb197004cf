import LocalOfferOutlined from '@mui/icons-material/LocalOfferOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const promotions: Page = {
  name: 'promotions',
  section: 'economy',
  icon: LocalOfferOutlined,
  read: 'catalogue.read',
  list: lazy(() => import('./promotion-list')),
};
