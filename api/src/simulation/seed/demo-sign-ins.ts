import { randomBytes } from 'node:crypto';
import { API_KEY_SCOPES, ROLES, type Role } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ApiKeys } from '../../platform/access/api-keys.js';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CreateApiKey, CreateStaff, findStaffByEmail, ResetStaff } from '../../staff/staff.public.js';
import { type DemoFile, readDemoFile, writeDemoFile } from '../demo-file.js';

const BY_THE_DEMO = { type: 'system', id: 'demo' } as const;
const ROLE_KEYS = Object.keys(ROLES) as Role[];

const isRole = (key: string): key is Role => Object.hasOwn(ROLES, key);

export const demoEmail = (role: Role) => `${role.replaceAll('_', '-')}@demo.example.com`;

/** A sign-in for every role and an API key, written where only the operator can read them. */
@Injectable()
export class DemoSignIns {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly config: Config,
    private readonly createStaff: CreateStaff,
    private readonly resetStaff: ResetStaff,
    private readonly createApiKey: CreateApiKey,
    private readonly apiKeys: ApiKeys,
  ) {}

  /**
   * The demo file, complete for this address. What an earlier start has made is kept, and passwords are written before
   * they are set: a start that is killed in between leaves nobody with a password that no one knows.
   */
  async ensure(url: string): Promise<DemoFile> {
    const { dataDir } = this.config;
    const found = await readDemoFile(dataDir);
    const staff: DemoFile['staff'] = [];
    for (const role of ROLE_KEYS) {
      staff.push(found?.staff.find((member) => member.role === role) ?? (await this.newSignIn(role)));
    }
    await writeDemoFile(dataDir, { url, apiKey: found?.apiKey ?? 'not made yet', staff });
    for (const member of staff) await this.add(member);
    const apiKey = found && (await this.works(found.apiKey)) ? found.apiKey : await this.addKey();
    const { sandbox } = this.config.payments;
    const demo = {
      url,
      apiKey,
      ...(sandbox && { sandbox: { url: sandbox.url, key: sandbox.key } }),
      staff,
    };
    await writeDemoFile(dataDir, demo);
    return demo;
  }

  private async newSignIn(role: Role): Promise<DemoFile['staff'][number]> {
    const email = demoEmail(role);
    // The file was lost, but the member is there: the password can only be made anew.
    const lost = await this.exists(email);
    const password = lost
      ? (await this.resetStaff.run(email)).password
      : randomBytes(12).toString('base64url');
    return { email, password, role };
  }

  private async add({ email, password, role }: DemoFile['staff'][number]): Promise<void> {
    if (!isRole(role) || (await this.exists(email))) return;
    await this.createStaff.run(
      { email, displayName: `Demo: ${ROLES[role].name}`, role, password },
      { audit: BY_THE_DEMO, acting: null },
    );
  }

  private async works(apiKey: string): Promise<boolean> {
    return this.apiKeys.authenticate(apiKey, '127.0.0.1').then(
      () => true,
      () => false,
    );
  }

  private async exists(email: string): Promise<boolean> {
    return (await findStaffByEmail(this.uow, email)) !== null;
  }

  private async addKey(): Promise<string> {
    const key = await this.createApiKey.run({ name: 'Demo', scopes: API_KEY_SCOPES }, BY_THE_DEMO);
    return key.apiKey;
  }
}
