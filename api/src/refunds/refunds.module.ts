import { Module } from '@nestjs/common';
import { RefundsController } from './refunds.controller.js';

@Module({ controllers: [RefundsController] })
export class RefundsModule {}
