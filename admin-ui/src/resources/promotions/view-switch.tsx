import { Button, ButtonGroup } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useMay } from '../../providers/use-may';

const VIEWS = { list: '/promotions', calendar: '/promotions/calendar' } as const;

/** The same promotions as a list or on a calendar, with the filters that are set. */
export function ViewSwitch({ view }: { view: keyof typeof VIEWS }) {
  const { filterValues } = useListContext();
  const translate = useTranslate();
  // As whoever comes back finds it: an empty filter clears what the list remembers.
  const search = `?filter=${encodeURIComponent(JSON.stringify(filterValues ?? {}))}`;
  return (
    <ButtonGroup size="small" aria-label={translate('promotion.view.label')}>
      {(['list', 'calendar'] as const).map((one) => (
        <Button
          key={one}
          component={Link}
          to={`${VIEWS[one]}${search}`}
          variant={one === view ? 'contained' : 'outlined'}
          aria-current={one === view ? 'page' : undefined}
        >
          {translate(`promotion.view.${one}`)}
        </Button>
      ))}
    </ButtonGroup>
  );
}

export function NewPromotionButton() {
  const translate = useTranslate();
  if (!useMay('catalogue.write')) return null;
  return (
    <Button variant="contained" component={Link} to="/promotions/create" sx={{ flexShrink: 0 }}>
      {translate('promotion.new')}
    </Button>
  );
}
