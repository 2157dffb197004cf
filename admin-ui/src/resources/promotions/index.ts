import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const promotions: Page = {
  name: 'promotions',
  section: 'economy',
  icon: CampaignOutlined,
  read: 'catalogue.read',
  list: lazy(() => import('./promotion-list')),
};
