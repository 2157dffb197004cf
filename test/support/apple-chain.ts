import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A chain of three as the App Store signs with: root, intermediate and leaf, the latter two with Apple's OIDs. */
export interface AppleChain {
  /** Leaf first, base64 DER: the `x5c` of a payload. */
  readonly x5c: readonly string[];
  readonly root: Buffer;
  readonly leafKey: KeyObject;
}

export interface ChainOptions {
  readonly leafOid?: string | null;
  readonly intermediateOid?: string | null;
  readonly curve?: 'P-256' | 'P-384';
  readonly leafIsAuthority?: boolean;
  readonly validTo?: Date;
}

const LEAF_OID = '1.2.840.113635.100.6.11.1';
const INTERMEDIATE_OID = '1.2.840.113635.100.6.2.1';
const YEAR = 365 * 86_400_000;

export function appleChain(options: ChainOptions = {}): AppleChain {
  const { leafOid = LEAF_OID, intermediateOid = INTERMEDIATE_OID, curve = 'P-256' } = options;
  const keys = () => generateKeyPairSync('ec', { namedCurve: curve });
  const [root, intermediate, leaf] = [keys(), keys(), keys()];
  const validTo = options.validTo ?? new Date(Date.now() + YEAR);
  const certificates = [
    certificate({
      subject: 'Leaf',
      issuer: 'Intermediate',
      publicKey: leaf.publicKey,
      signedBy: intermediate.privateKey,
      authority: options.leafIsAuthority ?? false,
      oid: leafOid,
      validTo,
    }),
    certificate({
      subject: 'Intermediate',
      issuer: 'Root',
      publicKey: intermediate.publicKey,
      signedBy: root.privateKey,
      authority: true,
      oid: intermediateOid,
      validTo,
    }),
    certificate({
      subject: 'Root',
      issuer: 'Root',
      publicKey: root.publicKey,
      signedBy: root.privateKey,
      authority: true,
      oid: null,
      validTo,
    }),
  ];
  return {
    x5c: certificates.map((der) => der.toString('base64')),
    root: certificates[2]!,
    leafKey: leaf.privateKey,
  };
}

function certificate(of: {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  signedBy: KeyObject;
  authority: boolean;
  oid: string | null;
  validTo: Date;
}): Buffer {
  const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
  const extensions = [
    sequence(
      objectId('2.5.29.19'),
      octets(of.authority ? sequence(tagged(0x01, Buffer.from([255]))) : sequence()),
    ),
    ...(of.oid === null ? [] : [sequence(objectId(of.oid), octets(tagged(0x05, Buffer.alloc(0))))]),
  ];
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)),
    integer(1 + Math.floor(Math.random() * 100)),
    ecdsaWithSha256,
    name(of.issuer),
    sequence(time(new Date(Date.now() - 2 * YEAR)), time(of.validTo)),
    name(of.subject),
    of.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign('SHA256', toBeSigned, of.signedBy);
  return sequence(toBeSigned, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
}

/** The few forms of DER that a certificate needs. */
function tagged(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...content: Buffer[]) => tagged(0x30, ...content);
const octets = (content: Buffer) => tagged(0x04, content);
const integer = (value: number) => tagged(0x02, Buffer.from([value]));
const name = (text: string) =>
  sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(text)))));
const time = (at: Date) =>
  tagged(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

function objectId(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const bytes = [first! * 40 + second!];
  for (const part of rest) {
    const groups = [part & 127];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 127) | 128);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}
