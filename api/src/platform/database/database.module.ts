import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { createDataSource } from './data-source.js';
import { JobShare } from './job-share.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * One pool for the process. A database that cannot be reached fails the start at once with its own message: whoever
 * starts the process decides whether to try again, so nothing is retried here.
 */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => {
        if (config.databaseUrl === null)
          throw new Error('The database must be started before the application.');
        const { options } = createDataSource({ url: config.databaseUrl, poolSize: config.poolSize });
        return { ...options, autoLoadEntities: true, retryAttempts: 1, retryDelay: 0 };
      },
    }),
  ],
  providers: [UnitOfWork, JobShare],
  exports: [UnitOfWork, JobShare],
})
export class DatabaseModule {}
