import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config.js';

@Global()
@Module({})
class ConfigModule {}

export const configModule = (config: Config): DynamicModule => ({
  module: ConfigModule,
  providers: [{ provide: Config, useValue: config }],
  exports: [Config],
});
