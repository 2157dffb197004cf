import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller.js';
import { AuditController } from './audit.controller.js';
import { ActOnStaff } from './commands/act-on-staff.js';
import { CreateApiKey } from './commands/create-api-key.js';
import { CreateStaff } from './commands/create-staff.js';
import { OwnSignIn } from './commands/own-sign-in.js';
import { RenameStaff } from './commands/rename-staff.js';
import { ResetStaff } from './commands/reset-staff.js';
import { RevokeApiKey } from './commands/revoke-api-key.js';
import { SignIn } from './commands/sign-in.js';
import { Lockout } from './lockout.js';
import { FindStaff } from './queries/find-staff.js';
import { RolesController } from './roles.controller.js';
import { SessionController } from './session.controller.js';
import { StaffController } from './staff.controller.js';

const COMMANDS = [ActOnStaff, CreateApiKey, CreateStaff, RenameStaff, ResetStaff, RevokeApiKey];

@Module({
  controllers: [SessionController, StaffController, RolesController, ApiKeysController, AuditController],
  providers: [FindStaff, ...COMMANDS, SignIn, OwnSignIn, Lockout],
  exports: COMMANDS,
})
export class StaffModule {}
