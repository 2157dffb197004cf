import {
  type SavedView,
  type SavedViewCreate,
  type SavedViewEdit,
  type SavedViews,
  type SavedViewsQuery,
  savedView,
  savedViewCreate,
  savedViewEdit,
  savedViews,
  savedViewsQuery,
} from '@coinwarden/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { SignedIn } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { EditView } from './commands/edit-view.js';
import { RemoveView } from './commands/remove-view.js';
import { SaveView } from './commands/save-view.js';
import { lockView, readViews, viewRecord } from './persistence/saved-views.store.js';

const OWN = 'everybody keeps views for themselves; sharing one needs a permission of its own';
const viewId = z.uuid();

@ApiTags('staff: saved views')
@Controller('staff/saved-views')
export class SavedViewsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly saveView: SaveView,
    private readonly editView: EditView,
    private readonly removeView: RemoveView,
  ) {}

  /** One's own views of a list, and those that others share. */
  @Get()
  @SignedIn(OWN)
  @ApiOkResponse({ standardSchema: savedViews })
  async list(
    @CurrentStaff() actor: StaffActor,
    @Query({ schema: savedViewsQuery }) { resource }: SavedViewsQuery,
  ): Promise<SavedViews> {
    return { items: (await readViews(this.db, actor.id, resource)).map(viewRecord(actor)) };
  }

  @Post()
  @SignedIn(OWN)
  @ApiCreatedResponse({ standardSchema: savedView })
  async save(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: savedViewCreate }) view: SavedViewCreate,
  ): Promise<SavedView> {
    return this.one(actor, await this.saveView.run(actor, view));
  }

  @Put(':id')
  @SignedIn(OWN)
  @ApiOkResponse({ standardSchema: savedView })
  async edit(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: viewId }) id: string,
    @Body({ schema: savedViewEdit }) changes: SavedViewEdit,
  ): Promise<SavedView> {
    await this.editView.run(actor, id, changes);
    return this.one(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn(OWN)
  @ApiNoContentResponse()
  remove(@CurrentStaff() actor: StaffActor, @Param('id', { schema: viewId }) id: string): Promise<void> {
    return this.removeView.run(actor, id);
  }

  private async one(actor: StaffActor, id: string): Promise<SavedView> {
    const row = await lockView(this.db, actor.id, id);
    if (row === null) throw new Error(`The view ${id} is gone though it was just written`);
    return viewRecord(actor)(row);
  }
}
