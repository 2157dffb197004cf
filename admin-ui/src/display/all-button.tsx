import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';

interface AllButtonProps {
  resource: string;
  filter: object;
}

/** From the latest few to the whole list. */
export function AllButton({ resource, filter }: AllButtonProps) {
  const translate = useTranslate();
  return (
    <Button component={Link} to={`/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`}>
      {translate('list.all')}
    </Button>
  );
}
