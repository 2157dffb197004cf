export { CreateApiKey, type NewApiKey } from './commands/create-api-key.js';
export { CreateStaff, type NewStaffMember } from './commands/create-staff.js';
export { ResetStaff } from './commands/reset-staff.js';
export { RevokeApiKey } from './commands/revoke-api-key.js';
export { findStaffByEmail } from './persistence/staff.store.js';
export { StaffModule } from './staff.module.js';
