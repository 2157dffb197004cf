import type { RoleRecord } from '@coinwarden/contracts';
import { PERMISSIONS, type Permission } from '@coinwarden/domain';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import { Card, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Title, useGetList, useTranslate } from 'react-admin';
import { ErrorState } from '../../display/error-state';
import { PageLoading } from '../../display/page-loading';
import { Tag, type Tone } from '../../display/tag';

const SENSITIVITY_TONES: Record<string, Tone> = {
  read: 'neutral',
  write: 'info',
  enforce: 'caution',
  admin: 'negative',
};

/** Who may do what: permissions down, roles across. It is read-only; a grant is changed and reviewed with the code. */
export default function RoleMatrix() {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useGetList<RoleRecord>('roles', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'id', order: 'ASC' },
  });
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (isPending) return <PageLoading />;
  const holds = (role: RoleRecord, key: Permission) =>
    role.permissions.some((permission) => permission.key === key);
  return (
    <>
      <Title title={translate('resources.roles.name', { smart_count: 2 })} />
      <Typography variant="body2" sx={{ color: 'var(--muted)', marginBottom: 1.5, maxWidth: 720 }}>
        {translate('role_matrix.hint')}
      </Typography>
      <Card
        role="region"
        aria-label={translate('resources.roles.name', { smart_count: 2 })}
        // Scrolled by the keyboard too.
        tabIndex={0}
        sx={{ overflow: 'auto', maxHeight: 'calc(100vh - 150px)' }}
      >
        <Table size="small" stickyHeader aria-label={translate('resources.roles.name', { smart_count: 2 })}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ backgroundColor: 'var(--surface)' }}>
                {translate('role_matrix.permission')}
              </TableCell>
              {data.map((role) => (
                <TableCell
                  key={role.id}
                  align="center"
                  sx={{
                    backgroundColor: 'var(--surface)',
                    whiteSpace: 'normal',
                    minWidth: 92,
                    lineHeight: 1.3,
                  }}
                  title={translate(`role_description.${role.id}`)}
                >
                  {translate(`role.${role.id}`)}
                  <Typography variant="caption" sx={{ display: 'block', fontWeight: 400 }}>
                    {translate('role_matrix.members', { smart_count: role.staffCount })}
                  </Typography>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {(Object.keys(PERMISSIONS) as Permission[]).map((key) => (
              <TableRow key={key} hover>
                <TableCell component="th" scope="row" sx={{ minWidth: 260 }}>
                  {translate(`permission.${key}`)}{' '}
                  {PERMISSIONS[key].sensitivity !== 'read' && (
                    <Tag tone={SENSITIVITY_TONES[PERMISSIONS[key].sensitivity] ?? 'neutral'}>
                      {translate(`sensitivity.${PERMISSIONS[key].sensitivity}`)}
                    </Tag>
                  )}
                </TableCell>
                {data.map((role) => (
                  <TableCell key={role.id} align="center">
                    {holds(role, key) ? (
                      <CheckOutlined
                        sx={{ fontSize: 17, color: 'var(--accent)', display: 'block', margin: 'auto' }}
                        titleAccess={translate('ra.boolean.true')}
                      />
                    ) : (
                      <span className="visually-hidden">{translate('ra.boolean.false')}</span>
                    )}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
    </>
  );
}
