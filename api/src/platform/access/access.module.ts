import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ApiKeys } from './api-keys.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  providers: [ApiKeys, Sessions, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [ApiKeys, Sessions],
})
export class AccessModule {}
