import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { PAGES } from '../pages';
import { Brand } from './brand';
import { NavigationLink } from './navigation-link';
import { SECTIONS } from './page';

/** The pages the signed-in person may open, by section. */
export function Navigation({
  open,
  width,
  onToggle,
  onNavigate,
}: {
  open: boolean;
  width: number;
  onToggle?: () => void;
  onNavigate?: () => void;
}) {
  const translate = useTranslate();
  const { permissions } = usePermissions<string[]>();
  const may = (permission: string) => permissions?.includes(permission) ?? false;
  const toggleLabel = translate(open ? 'shell.navigation.collapse' : 'shell.navigation.expand');
  return (
    <Box
      component="nav"
      aria-label={translate('shell.navigation.label')}
      sx={{
        width,
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        backgroundColor: 'var(--surface)',
        borderInlineEnd: '1px solid var(--border)',
        overflowX: 'hidden',
        overflowY: 'auto',
      }}
    >
      <Brand open={open} />
      <Box sx={{ flex: 1, paddingX: 1 }} onClick={onNavigate}>
        {may('report.read') && (
          <NavigationLink
            to="/"
            end
            open={open}
            icon={SpaceDashboardOutlined}
            label={translate('dashboard.title')}
          />
        )}
        {SECTIONS.map((section) => {
          const pages = PAGES.filter((page) => page.section === section && may(page.read));
          if (pages.length === 0) return null;
          return (
            <Box key={section} sx={{ marginTop: section === 'work' ? 0 : 2 }}>
              {section !== 'work' && (
                <SectionTitle open={open} title={translate(`shell.section.${section}`)} />
              )}
              {pages.map((page) => (
                <NavigationLink
                  key={page.name}
                  to={`/${page.name}`}
                  open={open}
                  icon={page.icon}
                  label={translate(`resources.${page.name}.name`, { smart_count: 2 })}
                />
              ))}
            </Box>
          );
        })}
      </Box>
      {onToggle && (
        <Box sx={{ padding: 1, display: 'flex', justifyContent: open ? 'flex-end' : 'center' }}>
          <Tooltip title={toggleLabel} placement="right">
            <IconButton size="small" aria-label={toggleLabel} aria-expanded={open} onClick={onToggle}>
              {open ? <ChevronLeft fontSize="small" /> : <ChevronRight fontSize="small" />}
            </IconButton>
          </Tooltip>
        </Box>
      )}
    </Box>
  );
}

const SectionTitle = ({ open, title }: { open: boolean; title: string }) =>
  open ? (
    <Typography
      variant="caption"
      component="h2"
      sx={{ display: 'block', color: 'var(--muted)', fontWeight: 550, padding: '0 12px 4px', margin: 0 }}
    >
      {title}
    </Typography>
  ) : (
    <Box sx={{ borderTop: '1px solid var(--border)', marginX: 1.5, marginBottom: 1 }} />
  );
