import { PERMISSIONS, type Permission, ROLE_KEYS } from '@coinwarden/domain';
import { z } from 'zod';
import { shortText } from '../primitives.js';

export const roleKey = z.enum(ROLE_KEYS).meta({ id: 'RoleKey' });
export const permissionKey = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]);

/** Compared without regard to case. */
export const staffEmail = z
  .string()
  .max(254)
  .transform((v) => v.trim().toLowerCase())
  .pipe(z.email());

/** Length is what counts; 200 characters bound the work of hashing. */
export const MIN_PASSWORD_LENGTH = 12;
export const newPassword = shortText.min(MIN_PASSWORD_LENGTH);

/** `totp` takes a six-digit code or a recovery code. */
export const signInRequest = z
  .strictObject({ email: staffEmail, password: shortText.min(1), totp: z.string().max(40).optional() })
  .meta({ id: 'SignInRequest' });
export type SignInRequest = z.infer<typeof signInRequest>;

export const staffSession = z
  .object({
    staff: z.object({
      id: z.string(),
      email: z.string(),
      displayName: z.string(),
      totpEnrolled: z.boolean(),
    }),
    role: roleKey,
    permissions: z.array(permissionKey),
    /** The role must enrol a second factor before anything else opens; never set in demo mode. */
    totpRequired: z.boolean(),
    /** The password is one-time and must be replaced; in demo mode a request, not a barrier. */
    passwordChangeDue: z.boolean(),
    expiresAt: z.string(),
  })
  .meta({ id: 'StaffSession' });
export type StaffSession = z.infer<typeof staffSession>;

export const changePasswordRequest = z
  .strictObject({ currentPassword: shortText.min(1), newPassword })
  .meta({ id: 'ChangePasswordRequest' });

/** `POST /staff/session/totp`: the secret in base32 and the URI to show as a QR code; nothing is enforced yet. */
export const totpEnrolment = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpEnrolment' });
export type TotpEnrolment = z.infer<typeof totpEnrolment>;

/** `POST /staff/session/totp/confirm` with a code of the new secret; answers the recovery codes, shown once. */
export const confirmTotpRequest = z
  .strictObject({ code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'ConfirmTotpRequest' });
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

/** Enrolling, replacing and removing a second factor ask for the password again. */
export const passwordAgain = z.strictObject({ password: shortText.min(1) }).meta({ id: 'PasswordAgain' });
