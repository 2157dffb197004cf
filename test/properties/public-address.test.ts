import type { LookupAddress } from 'node:dns';
import { checkEndpointUrl } from '../../api/src/webhooks/delivery/endpoint-url.js';
import {
  isPublicAddress,
  literalAddress,
  PrivateAddressError,
  publicLookup,
} from '../../api/src/webhooks/delivery/public-address.js';

const NOT_PUBLIC = [
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.254',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456:789a::1',
  'fe80::1',
  'ff02::1',
  'not an address',
];

describe('addresses that webhooks are sent to', () => {
  it.each(NOT_PUBLIC)('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '1.1.1.1',
    '93.184.216.34',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['http://example.com/', 'https_required'],
    ['https://user:secret@example.com/', 'credentials'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://2130706433/', 'private_address'],
    ['https://0x7f.1/', 'private_address'],
    ['https://0177.0.0.1/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://[::ffff:169.254.169.254]/', 'private_address'],
    ['https://localhost/', 'private_address'],
    ['https://api.localhost/', 'private_address'],
    ['https://127。0。0。1/', 'private_address'],
  ])('%s is refused as %s', (url, code) => {
    expect(checkEndpointUrl(url, false)).toMatchObject({ ok: false, failure: { code } });
  });

  it('knows an address in a URL from a name', () => {
    expect(literalAddress(new URL('https://[2606:4700::1]:8443/x'))).toBe('2606:4700::1');
    expect(literalAddress(new URL('https://example.com/'))).toBeNull();
  });
});

describe('the look-up for a connection', () => {
  type Answer = [Error | null, string | LookupAddress[], number | undefined];

  /** Answers as the resolver would, and counts how often it was asked. */
  function resolving(...answers: LookupAddress[][]) {
    let asked = 0;
    const resolve = (
      _host: string,
      _options: object,
      done: (e: Error | null, found: LookupAddress[]) => void,
    ) => done(null, answers[asked++] ?? []);
    const look = publicLookup(resolve as never);
    const ask = (all: boolean) =>
      new Promise<Answer>((resolved) => {
        look('receiver.test', { all }, (error, address, family) => resolved([error, address, family]));
      });
    return { ask, asked: () => asked };
  }
  const open = { address: '93.184.216.34', family: 4 };
  const inner = { address: '10.0.0.7', family: 4 };

  it('hands on exactly the addresses it checked, asking once', async () => {
    const one = resolving([open]);
    expect(await one.ask(false)).toEqual([null, open.address, 4]);
    expect(one.asked()).toBe(1);
    expect(await resolving([open]).ask(true)).toEqual([null, [open], undefined]);
  });

  it.each([
    ['a private address', [inner]],
    ['a private address among public ones', [open, inner]],
    ['no address', []],
  ])('refuses %s', async (_, found) => {
    const [error] = await resolving(found).ask(true);
    expect(error).toBeInstanceOf(PrivateAddressError);
  });

  it('refuses a name that turns private at the next connection', async () => {
    const rebinding = resolving([open], [inner]);
    expect((await rebinding.ask(true))[0]).toBeNull();
    expect((await rebinding.ask(true))[0]).toBeInstanceOf(PrivateAddressError);
  });
});
