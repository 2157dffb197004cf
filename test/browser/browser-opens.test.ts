import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBrowser } from '../support/browser.js';

it('opens a page of this machine and takes its picture', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<title>Coinwarden</title><h1>ready</h1><script>document.title += " " + (6 * 7)</script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await openBrowser({ width: 800, height: 600 });
  try {
    const page = await browser.context.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(await page.textContent('h1')).toBe('ready');
    expect(await page.title()).toBe('Coinwarden 42');
    const picture = await page.screenshot();
    const PNG_SIGNATURE = '89504e470d0a1a0a';
    expect(picture.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
    expect(picture.readUInt32BE(16)).toBe(800);
  } finally {
    await browser.close();
    server.close();
  }
});
