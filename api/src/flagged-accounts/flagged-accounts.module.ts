import { Module } from '@nestjs/common';
import { FlaggedAccountsController } from './flagged-accounts.controller.js';

@Module({ controllers: [FlaggedAccountsController] })
export class FlaggedAccountsModule {}
