/** The compiled product, found by where it was built, as the benchmark does. */
const built = (path: string): URL => new URL(`../../../../api/dist/src/${path}`, import.meta.url);

export const { startEmbeddedPostgres } = (await import(
  built('platform/embedded/embedded-postgres.js').href
)) as typeof import('../../../api/src/platform/embedded/embedded-postgres.js');

export const { createDataSource } = (await import(
  built('platform/database/data-source.js').href
)) as typeof import('../../../api/src/platform/database/data-source.js');

export const { UnitOfWork } = (await import(
  built('platform/database/unit-of-work.js').href
)) as typeof import('../../../api/src/platform/database/unit-of-work.js');

export const { Clock } = (await import(
  built('platform/clock/clock.js').href
)) as typeof import('../../../api/src/platform/clock/clock.js');

export const { SubscriberRegistry } = (await import(
  built('platform/outbox/subscriber-registry.js').href
)) as typeof import('../../../api/src/platform/outbox/subscriber-registry.js');

export const { Scheduled } = (await import(
  built('platform/queue/scheduled.js').href
)) as typeof import('../../../api/src/platform/queue/scheduled.js');

export const { createApp } = (await import(
  built('create-app.js').href
)) as typeof import('../../../api/src/create-app.js');

export const { loadConfig } = (await import(
  built('platform/config/config.js').href
)) as typeof import('../../../api/src/platform/config/config.js');

export const { withSandbox } = (await import(
  built('payments/payments.public.js').href
)) as typeof import('../../../api/src/payments/payments.public.js');

export const { installCatalogue, readCatalogue } = (await import(
  built('packages/packages.public.js').href
)) as typeof import('../../../api/src/packages/packages.public.js');

export const { installDemoPromotions, WELCOME_CODE } = (await import(
  built('promotions/promotions.public.js').href
)) as typeof import('../../../api/src/promotions/promotions.public.js');

export const { PlayHistory, DemoSignIns, simulatedCatalogue } = (await import(
  built('simulation/simulation.public.js').href
)) as typeof import('../../../api/src/simulation/simulation.public.js');
