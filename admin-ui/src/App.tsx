import { lazy } from 'react';
import { Admin, CustomRoutes, Resource, type Store } from 'react-admin';
import { Route } from 'react-router';
import { i18nProvider } from './i18n/i18n-provider';
import { AccessDenied } from './layout/access-denied';
import { ConsoleLayout } from './layout/console-layout';
import { NotFound } from './layout/not-found';
import { ToShow } from './layout/to-show';
import { PAGES } from './pages';
import { authProvider } from './providers/auth-provider';
import { dataProvider } from './providers/data-provider';
import { queryClient } from './providers/query-client';
import { SignInPage } from './sign-in/sign-in-page';
import { darkTheme, lightTheme } from './theme/theme';

const Dashboard = lazy(() => import('./dashboard/dashboard'));

export const App = ({ store }: { store: Store }) => (
  <Admin
    title="Coinwarden"
    authProvider={authProvider}
    dataProvider={dataProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    lightTheme={lightTheme}
    darkTheme={darkTheme}
    layout={ConsoleLayout}
    loginPage={SignInPage}
    dashboard={Dashboard}
    accessDenied={AccessDenied}
    catchAll={NotFound}
    requireAuth
    disableTelemetry
  >
    {PAGES.filter(({ page }) => !page).map(({ name, list, show }) => (
      <Resource key={name} name={name} {...(list ? { list } : {})} {...(show ? { show } : {})}>
        {show && <Route path=":id" element={<ToShow />} />}
        {!list && <Route path="*" element={<NotFound />} />}
      </Resource>
    ))}
    <CustomRoutes>
      {PAGES.map(
        ({ name, path = name, page: Content }) =>
          Content && <Route key={name} path={`/${path}`} element={<Content />} />,
      )}
    </CustomRoutes>
  </Admin>
);
