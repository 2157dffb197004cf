import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/requires.js';
import { ProblemError } from '../http/problem-error.js';
import { Readiness } from './readiness.js';

@ApiTags('Running')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public('A supervisor asks whether the process runs; it has no credentials')
  @ApiOperation({ summary: 'Is the process alive?' })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @Public('A load balancer asks whether to send work; it has no credentials')
  @ApiOperation({ summary: 'Is it migrated and able to decide?' })
  async ready() {
    const failing = await this.readiness.failing();
    if (failing.length > 0) {
      throw new ProblemError('service.unavailable', `Not ready: ${failing.join(', ')}.`, [], {
        'Retry-After': '1',
      });
    }
    return { status: 'ready' };
  }
}
