import { fileURLToPath } from 'node:url';

/**
 * The benchmark runs the compiled product, as a server would. It is compiled itself, so the product is found by where
 * it was built rather than by a path between sources.
 */
const built = (path: string): URL => new URL(`../../../api/dist/src/${path}`, import.meta.url);

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const MAIN = fileURLToPath(built('main.js'));

export const { startEmbeddedPostgres } = (await import(
  built('platform/embedded/embedded-postgres.js').href
)) as typeof import('../../api/src/platform/embedded/embedded-postgres.js');

export const { freePort } = (await import(
  built('platform/embedded/loopback-port.js').href
)) as typeof import('../../api/src/platform/embedded/loopback-port.js');

export const { createDataSource } = (await import(
  built('platform/database/data-source.js').href
)) as typeof import('../../api/src/platform/database/data-source.js');

export const { UnitOfWork } = (await import(
  built('platform/database/unit-of-work.js').href
)) as typeof import('../../api/src/platform/database/unit-of-work.js');

export const { installCatalogue } = (await import(
  built('packages/packages.public.js').href
)) as typeof import('../../api/src/packages/packages.public.js');

export const { createApp } = (await import(
  built('create-app.js').href
)) as typeof import('../../api/src/create-app.js');

export const { loadConfig } = (await import(
  built('platform/config/config.js').href
)) as typeof import('../../api/src/platform/config/config.js');

export const { SandboxServer, withSandbox } = (await import(
  built('payments/payments.public.js').href
)) as typeof import('../../api/src/payments/payments.public.js');

export const { signed } = (await import(
  built('payments/sandbox/sign-notice.js').href
)) as typeof import('../../api/src/payments/sandbox/sign-notice.js');

export const { CreateStaff } = (await import(
  built('staff/staff.public.js').href
)) as typeof import('../../api/src/staff/staff.public.js');
