import { useResourceContext } from 'react-admin';
import { Navigate, useParams } from 'react-router';

/** The address of a record without what to do with it: there is one page about each, so it leads there. */
export function ToShow() {
  const resource = useResourceContext();
  const { id = '' } = useParams();
  return <Navigate to={`/${resource}/${encodeURIComponent(id)}/show`} replace />;
}
