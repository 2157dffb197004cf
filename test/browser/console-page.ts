import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import type { TestStaff } from '../support/app.js';

/** The built console, for `startTestApp({ consoleDir })`. */
export function builtConsole(): string {
  const dir = fileURLToPath(new URL('../../admin-ui/dist', import.meta.url));
  if (!existsSync(dir)) throw new Error('admin-ui/dist is missing: npx vite build admin-ui');
  return dir;
}

export interface ConsolePage {
  readonly page: Page;
  /** What no page may do: errors, warnings, refused styles or scripts, failed reads, calls to other hosts. */
  readonly complaints: readonly string[];
  signIn(staff: Pick<TestStaff, 'email' | 'password'>): Promise<void>;
  signOut(): Promise<void>;
  open(path: string): Promise<void>;
}

/** The browser logs every refusal as an error; which of them are, the answers themselves tell better. */
const REFUSAL_LOGGED = /^Failed to load resource: the server responded with a status of 4/;
const SESSION = '/staff/session';

export async function openConsole(context: BrowserContext, url: string): Promise<ConsolePage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning';
    if (bad && !REFUSAL_LOGGED.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    const read = response.request().method() === 'GET' && !response.url().endsWith(SESSION);
    if (response.status() >= 500 || (read && response.status() >= 400)) {
      complaints.push(`${response.status()} from ${response.url()}`);
    }
  });
  const open = async (path: string) => {
    await page.goto(`${url}/#${path}`);
  };
  return {
    page,
    complaints,
    open,
    signIn: async ({ email, password }) => {
      await open('/login');
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByTestId('user-menu').waitFor();
    },
    signOut: async () => {
      await page.getByTestId('user-menu').click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
    },
  };
}
