import { Secret, TOTP } from 'otpauth';
import { CreateStaff } from '../product.js';
import type { PaymentProvider } from './payment-provider.js';

const PASSWORD = 'as long as a bench is wide';
const BY_BENCH = { audit: { type: 'system', id: 'benchmark' }, acting: null } as const;

/** Somebody at the console: what they ask, their browser asks. */
export class StaffSession {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Makes a member of staff and signs them in, with a second factor where their role needs one. */
  static async open(
    { app }: PaymentProvider,
    url: string,
    role: 'dispute_analyst' | 'ts_lead',
  ): Promise<StaffSession> {
    const email = `${role}@bench.example`;
    const person = { email, displayName: role, role, password: PASSWORD };
    await app.get(CreateStaff, { strict: false }).run(person, BY_BENCH);
    const visitor = new StaffSession(url, '');
    const answer = await visitor.send('POST', '/staff/session', { email, password: PASSWORD });
    const session = new StaffSession(url, answer.headers.getSetCookie()[0]!.split(';', 1)[0]!);
    if (role === 'ts_lead') await session.enrol();
    return session;
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  async post<T>(path: string, body: object): Promise<T> {
    return (await (await this.send('POST', path, body)).json()) as T;
  }

  private async enrol(): Promise<void> {
    const { secret } = await this.post<{ secret: string }>('/staff/session/totp', { password: PASSWORD });
    const code = TOTP.generate({ secret: Secret.fromBase32(secret) });
    await this.post('/staff/session/totp/confirm', { code });
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'X-Requested-With': 'coinwarden',
        Cookie: this.cookie,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
