import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type ConsolePage, openConsole } from './console-page.js';

/*
 * Takes the pictures in docs/images, those of the README, from a demo that runs:
 *
 *   npm start                             (in another terminal)
 *   npm run pictures -- [.data/demo.json] [names of pictures]
 */
const SIZE = { width: 1280, height: 800 };
/** More than one pixel for each of the window's, so that they stay sharp where they are shown small. */
const SCALE = 1.5;
const QUALITY = 82;
const OUT = fileURLToPath(new URL('../../../docs/images', import.meta.url));

interface Demo {
  readonly url: string;
  readonly staff: readonly { readonly email: string; readonly password: string; readonly role: string }[];
}
interface Row {
  readonly id: string;
}
interface Picture {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly take: (console: ConsolePage) => Promise<void>;
}

const [first, ...rest] = process.argv.slice(2);
const demoFile = first?.endsWith('.json') ? first : '.data/demo.json';
const wanted = first?.endsWith('.json') ? rest : process.argv.slice(2);
const demo = JSON.parse(readFileSync(demoFile, 'utf8')) as Demo;
const url = new URL(demo.url).origin;
const staff = demo.staff.find(({ role }) => role === 'admin');
if (!staff) throw new Error(`${demoFile} has no sign-in for an administrator`);

const PICTURES: readonly Picture[] = [
  { name: 'dashboard', theme: 'light', take: ({ open }) => open('/') },
  {
    name: 'case',
    theme: 'light',
    take: async ({ open, page }) => {
      const cases = await list<{ valueAtRiskUsdMinor: number; sampleOf: string | null }>(page, 'cases', {
        status: 'open',
      });
      const fresh = cases.filter(({ sampleOf }) => sampleOf === null);
      await open(`/cases/${most(fresh, ({ valueAtRiskUsdMinor }) => valueAtRiskUsdMinor).id}/show`);
    },
  },
  {
    name: 'flagged-transaction',
    theme: 'light',
    take: async ({ open, page }) => {
      const [found] = await list(page, 'transactions', { outcome: 'review', kind: 'purchase' });
      await open(`/transactions/${found!.id}/show`);
    },
  },
  {
    name: 'rule',
    theme: 'light',
    take: async ({ open, page }) => {
      await open(`/rules/${await draftVersion(page)}:foreign-card-new-account/show`);
      await page.getByRole('textbox', { name: 'Condition' }).waitFor();
    },
  },
  {
    name: 'evidence',
    theme: 'light',
    take: async ({ open, page }) => {
      await open(`/disputes/${await bestArgued(page)}/show`);
      await page.getByRole('tab', { name: 'Evidence' }).click();
      await page.getByTestId('pdf-text').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'provenance',
    theme: 'light',
    take: async ({ open, page }) => {
      await open(`/transactions/${await richestPurchase(page)}/show`);
      await page.getByText('In figures').first().waitFor();
      await page
        .getByRole('region', { name: 'Provenance' })
        .evaluate((pane: { scrollIntoView(how: object): void }) => pane.scrollIntoView({ block: 'end' }));
    },
  },
  {
    name: 'ring',
    theme: 'dark',
    take: async ({ open, page }) => {
      const rings = await list<{ members: number }>(page, 'rings', {});
      await open(`/rings/${most(rings, ({ members }) => members).id}/show`);
      await page.locator('canvas[data-draw-ms]').first().waitFor();
    },
  },
];

const browser = await openBrowser(SIZE);
const console_ = await openConsole(browser.context, url);
const devtools = await browser.context.newCDPSession(console_.page);
await devtools.send('Emulation.setDeviceMetricsOverride', {
  ...SIZE,
  deviceScaleFactor: SCALE,
  mobile: false,
});
await console_.signIn(staff);
mkdirSync(OUT, { recursive: true });
let theme: Picture['theme'] = 'light';
for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  if (picture.theme !== theme) await console_.page.getByTestId('theme-switch').click();
  theme = picture.theme;
  await picture.take(console_);
  await settled(console_.page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  const file = join(OUT, `${picture.name}.webp`);
  writeFileSync(file, Buffer.from(data, 'base64'));
  console.log(`${file}  ${Math.round((data.length * 3) / 4 / 1_024)} kB`);
}
await browser.close();

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' });
  // What a click left behind: a ripple, a tooltip, a menu that closes.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
}

/** The first records of a list that fit. */
async function list<Fields = object>(
  page: Page,
  resource: string,
  filter: object,
): Promise<(Row & Fields)[]> {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), sort: '["id","DESC"]' });
  const found = await read<(Row & Fields)[]>(page, `${resource}?${query}`);
  if (found.length === 0) throw new Error(`the demo has no ${resource} with ${JSON.stringify(filter)}`);
  return found;
}

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`${url}/staff/${path}`);
  if (!answer.ok()) throw new Error(`${answer.status()} from ${path}`);
  return (await answer.json()) as T;
}

function most<T>(things: readonly T[], measure: (thing: T) => number): T {
  return things.reduce((best, thing) => (measure(thing) > measure(best) ? thing : best));
}

/** Only a draft is edited; the first run leaves one behind. */
async function draftVersion(page: Page): Promise<string> {
  const filter = new URLSearchParams({ filter: '{"status":"draft"}' });
  const [known] = await read<Row[]>(page, `rulesets?${filter}`);
  if (known) return known.id;
  const made = await page.request.post(`${url}/staff/rulesets`, {
    headers: { 'X-Requested-With': 'coinwarden' },
    data: { comment: 'Cards from abroad, after the holidays' },
  });
  return ((await made.json()) as Row).id;
}

/** Of the disputes that wait for an answer, the one with most to say. */
async function bestArgued(page: Page): Promise<string> {
  const packs: { disputeId: string; exhibits: { included: boolean }[] }[] = [];
  for (const { id } of await list(page, 'disputes', { status: 'needs_response' }))
    packs.push(await read(page, `disputes/${id}/evidence`));
  return most(packs, ({ exhibits }) => exhibits.filter(({ included }) => included).length).disputeId;
}

/** Of the purchases whose money is disputed, the one whose coins went the most ways. */
async function richestPurchase(page: Page): Promise<string> {
  const flows: { purchaseId: string; ways: number }[] = [];
  for (const { purchaseId } of await list<{ purchaseId: string | null }>(page, 'disputes', {})) {
    if (purchaseId === null) continue;
    const path = `transactions/${purchaseId}/provenance`;
    const { forward } = await read<{ forward: { direct: Stage } | null }>(page, path);
    if (forward === null) continue;
    const { fates, diamonds, creators } = forward.direct;
    flows.push({ purchaseId, ways: waysOf(fates) + waysOf(diamonds) + Math.min(creators.items.length, 6) });
  }
  return most(flows, ({ ways }) => ways).purchaseId;
}

interface Stage {
  readonly fates: Record<string, number>;
  readonly diamonds: Record<string, number>;
  readonly creators: { readonly items: readonly unknown[] };
}

function waysOf(fates: Record<string, number>): number {
  return Object.values(fates).filter((amount) => amount > 0).length;
}
