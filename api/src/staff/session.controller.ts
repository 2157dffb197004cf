import {
  changePasswordRequest,
  confirmTotpRequest,
  passwordAgain,
  type RecoveryCodes,
  recoveryCodes,
  type StaffSession,
  signInRequest,
  staffSession,
  type TotpEnrolment,
  totpEnrolment,
} from '@coinwarden/contracts';
import { ROLES } from '@coinwarden/domain';
import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Public, SignedIn } from '../platform/access/requires.js';
import { clearSessionCookie, setSessionCookie } from '../platform/access/session-cookie.js';
import { Config } from '../platform/config/config.js';
import { OwnSignIn } from './commands/own-sign-in.js';
import { SignIn } from './commands/sign-in.js';
import { SignInGuard } from './sign-in.guard.js';

type PasswordAgain = { password: string };

@ApiTags('Sign-in')
@Controller('staff/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly own: OwnSignIn,
    private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(204)
  @Public('This is where credentials are presented')
  @UseGuards(SignInGuard)
  @ApiOperation({ summary: 'Sign in; answers the session cookie' })
  async open(
    @Body({ schema: signInRequest }) _: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const session = await this.signIn.openSession(request.verifiedStaff!.staffId, request.ip);
    setSessionCookie(reply, this.config, session);
  }

  @Get()
  @SignedIn('Everybody may ask who they are')
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ standardSchema: staffSession })
  read(@Req() request: FastifyRequest, @CurrentStaff() actor: StaffActor): StaffSession {
    const session = request.session!;
    return {
      staff: {
        id: actor.id,
        email: actor.email,
        displayName: actor.name,
        totpEnrolled: session.totpEnrolled,
      },
      role: actor.role,
      permissions: [...actor.permissions],
      totpRequired: ROLES[actor.role].requiresTotp && !session.totpEnrolled && !this.config.demo,
      passwordChangeDue: session.passwordChangeDue,
      expiresAt: new Date(session.expiresAt).toISOString(),
    };
  }

  @Delete()
  @HttpCode(204)
  @SignedIn('Everybody may sign out')
  @ApiOperation({ summary: 'Sign out; the session ends everywhere at once' })
  async close(
    @CurrentStaff() actor: StaffActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.signOut(actor);
    clearSessionCookie(reply, this.config);
  }

  @Post('password')
  @HttpCode(204)
  @SignedIn('Everybody may change their own password')
  @ApiOperation({ summary: 'Change the own password; other sessions end' })
  changePassword(
    @Body({ schema: changePasswordRequest }) body: { currentPassword: string; newPassword: string },
    @CurrentStaff() actor: StaffActor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.own.changePassword(actor, request.ip, {
      current: body.currentPassword,
      next: body.newPassword,
    });
  }

  @Post('totp')
  @HttpCode(200)
  @SignedIn('Everybody may protect their own sign-in')
  @ApiOperation({ summary: 'Start enrolling a second factor: a secret that takes effect when confirmed' })
  @ApiOkResponse({ standardSchema: totpEnrolment })
  startTotp(
    @Body({ schema: passwordAgain }) body: PasswordAgain,
    @CurrentStaff() actor: StaffActor,
    @Req() request: FastifyRequest,
  ): Promise<TotpEnrolment> {
    return this.own.startTotp(actor, request.ip, body.password);
  }

  @Post('totp/confirm')
  @HttpCode(200)
  @SignedIn('Everybody may protect their own sign-in')
  @ApiOperation({ summary: 'Confirm the second factor with its first code; answers recovery codes, once' })
  @ApiOkResponse({ standardSchema: recoveryCodes })
  confirmTotp(
    @Body({ schema: confirmTotpRequest }) body: { code: string },
    @CurrentStaff() actor: StaffActor,
  ): Promise<RecoveryCodes> {
    return this.own.confirmTotp(actor, body.code);
  }

  @Post('totp/recovery-codes')
  @HttpCode(200)
  @SignedIn('Everybody may renew their own recovery codes')
  @ApiOperation({ summary: 'New recovery codes; the old ones stop working' })
  @ApiOkResponse({ standardSchema: recoveryCodes })
  renewRecoveryCodes(
    @Body({ schema: passwordAgain }) body: PasswordAgain,
    @CurrentStaff() actor: StaffActor,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodes> {
    return this.own.renewRecoveryCodes(actor, request.ip, body.password);
  }

  @Post('totp/remove')
  @HttpCode(204)
  @SignedIn('Everybody may remove a second factor their role does not need')
  @ApiOperation({ summary: 'Remove the second factor' })
  removeTotp(
    @Body({ schema: passwordAgain }) body: PasswordAgain,
    @CurrentStaff() actor: StaffActor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.own.removeTotp(actor, request.ip, body.password);
  }
}
