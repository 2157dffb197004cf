import {
  type EditEvidence as EditRequest,
  type EvidencePack,
  editEvidence,
  evidencePack,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../../platform/access/actor.js';
import { Requires } from '../../platform/access/requires.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { EditEvidence } from './edit-evidence.js';
import { EvidenceView } from './evidence-view.js';

const known = (id: string): string => {
  if (z.uuid().safeParse(id).success) return id;
  throw new ProblemError('record.unknown', `There is no dispute ${id}.`);
};

@ApiTags('staff: disputes')
@Controller('staff/disputes/:id')
export class EvidenceController {
  constructor(
    private readonly view: EvidenceView,
    private readonly edit: EditEvidence,
  ) {}

  /** What would be sent to the bank: statement, exhibits, the provider's form, their size, and what speaks against us. */
  @Get('evidence')
  @Requires('dispute.read')
  @ApiOkResponse({ standardSchema: evidencePack })
  read(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<EvidencePack> {
    return this.view.read(known(id), actor.permissions);
  }

  /** Writes another statement, takes exhibits in or leaves them out. Every edit is a version that names the one it follows. */
  @Put('evidence')
  @Requires('dispute.respond')
  @ApiOkResponse({ standardSchema: evidencePack })
  async write(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: editEvidence }) request: EditRequest,
  ): Promise<EvidencePack> {
    await this.edit.run(actor, known(id), request);
    return this.view.read(id, actor.permissions);
  }

  /** The document as it would be sent, for looking at. */
  @Get('evidence.pdf')
  @Requires('dispute.read')
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const pdf = await this.view.preview(known(id), actor.permissions);
    await reply
      .type('application/pdf')
      .header('Content-Disposition', `inline; filename="dispute-${id}.pdf"`)
      // A document that is only looked at: it runs nothing, loads nothing and stands in no frame.
      .header(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      )
      .send(pdf);
  }
}
