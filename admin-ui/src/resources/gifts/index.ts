import CardGiftcardOutlined from '@mui/icons-material/CardGiftcardOutlined';
import { lazy } from 'react';
import type { Page } from '../../layout/page';

export const gifts: Page = {
  name: 'gifts',
  section: 'economy',
  icon: CardGiftcardOutlined,
  read: 'catalogue.read',
  list: lazy(() => import('./gift-list')),
};
