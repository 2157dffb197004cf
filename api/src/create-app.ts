import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { appModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { createHttpApp } from './platform/http/create-http-app.js';

/** The whole product as one HTTP application on a migrated database, initialised and not yet listening. */
export const createApp = (config: Config): Promise<NestFastifyApplication> =>
  createHttpApp(appModule(config), config);
