import {
  type ApiKeyRecord,
  type ApiKeyWithSecret,
  apiKeyActionRequest,
  apiKeyRecord,
  apiKeyWithSecret,
  type CreateApiKeyRequest,
  createApiKeyRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { CreateApiKey } from './commands/create-api-key.js';
import { RevokeApiKey } from './commands/revoke-api-key.js';
import { API_KEY_RESOURCE, type ApiKeyRow, apiKeyRecordFor } from './queries/api-key-records.js';

const apiKeyId = z.uuid({ error: 'must be the id of an API key' });

@ApiTags('API keys')
@Controller('staff/api-keys')
export class ApiKeysController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly createApiKey: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  @Get()
  @Requires('api_key.read')
  @ApiOperation({ summary: 'List API keys' })
  @Lists(apiKeyRecord)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(API_KEY_RESOURCE, apiKeyRecordFor(actor));
  }

  @Get(':id')
  @Requires('api_key.read')
  @ApiOperation({ summary: 'One API key' })
  @ApiOkResponse({ standardSchema: apiKeyRecord })
  async read(@Param('id') id: string, @CurrentStaff() actor: StaffActor): Promise<ApiKeyRecord> {
    const row = await findStaffRecord<ApiKeyRow>(this.uow, API_KEY_RESOURCE, id);
    if (!row) throw new ProblemError('record.unknown');
    return apiKeyRecordFor(actor)(row);
  }

  @Post()
  @Requires('api_key.write')
  @ApiOperation({ summary: 'Create an API key; answers the key itself, once' })
  @ApiCreatedResponse({ standardSchema: apiKeyWithSecret })
  async create(
    @Body({ schema: createApiKeyRequest }) body: CreateApiKeyRequest,
    @CurrentStaff() actor: StaffActor,
  ): Promise<ApiKeyWithSecret> {
    const { apiKeyId, apiKey } = await this.createApiKey.run(body, { type: 'staff', id: actor.id });
    return { ...(await this.read(apiKeyId, actor)), apiKey };
  }

  @Post(':id/actions/revoke')
  @HttpCode(200)
  @Requires('api_key.write')
  @ApiOperation({ summary: 'Revoke an API key for good' })
  @ApiOkResponse({ standardSchema: apiKeyRecord })
  async revoke(
    @Param('id', { schema: apiKeyId }) id: string,
    @Body({ schema: apiKeyActionRequest }) body: { reason?: string },
    @CurrentStaff() actor: StaffActor,
  ): Promise<ApiKeyRecord> {
    await this.revokeApiKey.run(id, { type: 'staff', id: actor.id }, body.reason ?? null);
    return this.read(id, actor);
  }
}
