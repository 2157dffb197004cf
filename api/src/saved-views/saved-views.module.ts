import { Module } from '@nestjs/common';
import { EditView } from './commands/edit-view.js';
import { RemoveView } from './commands/remove-view.js';
import { SaveView } from './commands/save-view.js';
import { SavedViewsController } from './saved-views.controller.js';

@Module({ controllers: [SavedViewsController], providers: [EditView, RemoveView, SaveView] })
export class SavedViewsModule {}
