import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/requires.js';
import { Metrics } from './metrics.js';

@ApiTags('Running')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Public('Prometheus scrapes it on the private network; it holds counts, no data of any person')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Metrics in the Prometheus text format' })
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
