import { type SignInRequest, signInRequest } from '@coinwarden/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { ProblemError } from '../platform/http/problem-error.js';
import { fieldErrors } from '../platform/http/validation.pipe.js';
import { SignIn, type VerifiedStaff } from './commands/sign-in.js';

declare module 'fastify' {
  interface FastifyRequest {
    verifiedStaff?: VerifiedStaff;
  }
}

/**
 * E-mail and password through passport's local strategy; another way to sign in is another strategy here. The
 * authenticator is this application's own: passport's shared one would mix up two applications in one process.
 */
@Injectable()
export class SignInGuard implements CanActivate {
  private readonly authenticator = new passport.Passport();

  constructor(signIn: SignIn) {
    const fields = {
      usernameField: 'email',
      passwordField: 'password',
      passReqToCallback: true,
      session: false,
    } as const;
    this.authenticator.use(
      new LocalStrategy(fields, (request, _email, _password, done) => {
        signIn.verify(request.body as SignInRequest, request.ip ?? '').then(
          (staff) => done(null, staff),
          (error: unknown) => done(error),
        );
      }),
    );
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const parsed = signInRequest.safeParse(request.body ?? {});
    if (!parsed.success)
      throw new ProblemError('request.invalid', undefined, fieldErrors(parsed.error.issues));
    request.body = parsed.data;
    request.verifiedStaff = await this.authenticate(request);
    return true;
  }

  private authenticate(request: FastifyRequest): Promise<VerifiedStaff> {
    return new Promise((resolve, reject) => {
      const run = this.authenticator.authenticate(
        'local',
        { session: false },
        (error: unknown, staff: VerifiedStaff | false | undefined) => {
          if (error || !staff) reject(error ?? new ProblemError('session.invalid'));
          else resolve(staff);
        },
      );
      run(request, undefined, reject);
    });
  }
}
