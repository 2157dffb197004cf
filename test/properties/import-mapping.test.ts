import fc from 'fast-check';
import { MapError } from '../../api/src/import/import-error.js';
import { compile } from '../../api/src/import/mapping/expression.js';
import { parseMap } from '../../api/src/import/mapping/map-file.js';
import { CellError } from '../../api/src/import/mapping/operators.js';
import { RowMapper } from '../../api/src/import/mapping/row-mapper.js';

const evaluate = (expression: unknown, row: Record<string, unknown> = {}) =>
  compile(expression, '', () => undefined)(row);

describe('mapping expressions', () => {
  it.each([
    [{ $column: 'a' }, { a: 'x' }, 'x'],
    [{ $column: 'a.b' }, { a: { b: 3 } }, 3],
    [{ $column: 'a.b' }, { 'a.b': 4, a: { b: 3 } }, 4],
    [{ $column: 'a' }, { a: '' }, undefined],
    [{ $column: 'toString' }, {}, undefined],
    [{ $template: 'u-{a}-{b}' }, { a: 1, b: 'z' }, 'u-1-z'],
    [{ $template: 'u-{a}' }, { a: null }, undefined],
    [{ $first: [{ $column: 'a' }, { $column: 'b' }, 'none'] }, { b: 2 }, 2],
    [{ $time: { $column: 'a' } }, { a: '2018-04-01 00:00:31' }, '2018-04-01T00:00:31.000Z'],
    [{ $time: { $column: 'a' } }, { a: '2018-04-01T02:00:31+02:00' }, '2018-04-01T00:00:31.000Z'],
    [
      { $time: { $column: 'a' }, timeZone: 'America/New_York' },
      { a: '2026-03-08 03:30:00' },
      '2026-03-08T07:30:00.000Z',
    ],
    [
      { $time: { $column: 'a' }, timeZone: 'Europe/Berlin' },
      { a: '2026-03-28 12:00:00' },
      '2026-03-28T11:00:00.000Z',
    ],
    [{ $time: { $column: 'a' }, format: 'unix_seconds' }, { a: '1522540831' }, '2018-04-01T00:00:31.000Z'],
    [
      { $time: { $column: 'a' }, format: 'dd/MM/yyyy HH:mm' },
      { a: '31/12/2020 23:59' },
      '2020-12-31T23:59:00.000Z',
    ],
    [{ $money: { $column: 'a' } }, { a: '57.16' }, 5_716],
    [{ $money: { $column: 'a' } }, { a: 14 }, 1_400],
    [{ $money: { $column: 'a' }, scale: 0 }, { a: '120.00' }, 120],
    [{ $money: { $column: 'a' }, excess: 'round' }, { a: '1039.3000000000002' }, 103_930],
    [{ $money: { $column: 'a' }, excess: 'round' }, { a: '0.995' }, 100],
    [{ $integer: { $column: 'a' } }, { a: '12.0' }, 12],
    [{ $boolean: { $column: 'a' }, true: ['Y', 1] }, { a: 'Y' }, true],
    [{ $boolean: { $column: 'a' }, true: ['Y'] }, { a: 'N' }, false],
    [{ $lookup: { $column: 'a' }, table: { '1': 'one' } }, { a: 1 }, 'one'],
    [{ $lookup: { $column: 'a' }, table: {}, default: 'other' }, { a: 'constructor' }, 'other'],
    [{ $country: { $column: 'a' } }, { a: 'de' }, 'DE'],
    [{ $country: { $column: 'a' } }, { a: 'Indonesia' }, 'ID'],
    [{ $ageBand: { $column: 'a' } }, { a: '15' }, '13-15'],
    [{ $when: [{ if: { column: 'a', in: ['g'] }, use: 'gift' }], else: 'purchase' }, { a: 'g' }, 'gift'],
    [{ $when: [{ if: { column: 'a', atLeast: 10 }, use: 'much' }], else: 'little' }, { a: '9.5' }, 'little'],
    [{ $when: [{ if: { column: 'a', empty: true }, use: 'nothing' }] }, {}, 'nothing'],
    [
      { a: { b: { $column: 'a' }, c: { $column: 'none' } }, d: { $column: 'none' } },
      { a: 1 },
      { a: { b: 1 } },
    ],
  ])('%j of %j is %j', (expression, row, expected) => {
    expect(evaluate(expression, row)).toEqual(expected);
  });

  it.each([
    [{ $money: { $column: 'a' } }, '12.345', 'decimal places'],
    [{ $money: { $column: 'a' } }, '-5', 'not an amount'],
    [{ $money: { $column: 'a' } }, '1e5', 'not an amount'],
    [{ $money: { $column: 'a' } }, '99999999999999999', 'not an amount'],
    [{ $integer: { $column: 'a' } }, '9007199254740993', 'too large'],
    [{ $time: { $column: 'a' } }, '2026-02-30 00:00:00', 'not a time'],
    [{ $time: { $column: 'a' } }, 'yesterday', 'not a time'],
    [{ $country: { $column: 'a' } }, 'Atlantis', 'not a country'],
    [{ $lookup: { $column: 'a' }, table: { x: 'y' } }, 'z', 'no entry'],
    [{ $ageBand: { $column: 'a' } }, 'old', 'not an age'],
  ])('%j refuses %j: %s', (expression, cell, reason) => {
    expect(() => evaluate(expression, { a: cell })).toThrow(CellError);
    expect(() => evaluate({ deep: { er: expression } }, { a: cell })).toThrow(
      new RegExp(`^/deep/er: .*${reason}`),
    );
  });

  it('scales money exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 4 }), (minor, scale) => {
        const digits = String(minor).padStart(scale + 1, '0');
        const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
        expect(evaluate({ $money: { $column: 'a' }, scale }, { a: text })).toBe(minor);
      }),
    );
  });

  it('makes one valid address of one value', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
        (value) => {
          const ip = evaluate({ $placeholderIp: { $column: 'a' } }, { a: value });
          expect(ip).toMatch(/^2001:db8(:[0-9a-f]{1,4}){6}$/);
          expect(evaluate({ $placeholderIp: { $column: 'a' } }, { a: value })).toBe(ip);
        },
      ),
    );
  });
});

const good = {
  version: 1,
  name: 'test',
  transaction: {
    kind: 'unlock',
    accountId: { $column: 'who' },
    occurredAt: { $time: { $column: 'when' } },
    contentId: 'c',
    coins: { $integer: { $column: 'coins' } },
  },
  label: { value: { $column: 'bad' }, fraud: ['1'] },
};

const pointerOf = (map: unknown, columns?: string[]) => {
  try {
    const mapper = new RowMapper(parseMap(map));
    if (columns) mapper.checkColumns(columns);
  } catch (error) {
    if (error instanceof MapError) return error.pointer;
    throw error;
  }
  return undefined;
};

describe('mapping files', () => {
  it.each([
    [{ ...good, version: 2 }, '/version'],
    [{ ...good, nmae: 'x' }, ''],
    [{ ...good, delimiter: '||' }, '/delimiter'],
    [{ ...good, transaction: { kind: 'unlock' } }, '/transaction/occurredAt'],
    [{ ...good, accounts: [{ accountId: { $colum: 'x' } }] }, '/accounts/0/accountId/$colum'],
    [
      { ...good, transaction: { ...good.transaction, coins: { $money: '1', scale: 99 } } },
      '/transaction/coins/scale',
    ],
    [
      { ...good, transaction: { ...good.transaction, coins: { $integer: '1', factor: 2 } } },
      '/transaction/coins',
    ],
    [
      { ...good, transaction: { ...good.transaction, coins: { $column: 'a', $money: 'b' } } },
      '/transaction/coins',
    ],
    [{ ...good, transaction: { ...good.transaction, coins: [1] } }, '/transaction/coins'],
    [
      {
        ...good,
        transaction: { ...good.transaction, kind: { $when: [{ if: { column: 'a' }, use: 'gift' }] } },
      },
      '/transaction/kind/$when/0/if',
    ],
    [{ ...good, label: { value: 'x', fraud: [] } }, '/label/fraud'],
  ])('points at what is wrong (%#)', (map, pointer) => {
    expect(pointerOf(map)).toBe(pointer);
  });

  it('names a column the file does not have, and where the map asks for it', () => {
    expect(pointerOf(good, ['who', 'when', 'coins', 'bad'])).toBeUndefined();
    expect(pointerOf(good, ['who', 'coins', 'bad'])).toBe('/transaction/occurredAt/$time/$column');
  });

  it('keeps the label out of the transaction and refuses rows the contract refuses', () => {
    const mapper = new RowMapper(parseMap(good));
    const row = { who: 'ann', when: '2020-01-01', coins: '5', bad: '1' };
    expect(mapper.apply(row)).toEqual({
      row: {
        transaction: {
          kind: 'unlock',
          accountId: 'ann',
          occurredAt: '2020-01-01T00:00:00.000Z',
          contentId: 'c',
          coins: 5,
        },
        accounts: [],
        label: { fraud: true, pattern: 'fraud' },
      },
    });
    expect(mapper.apply({ ...row, coins: '0' })).toEqual({ refusal: expect.stringMatching(/^\/coins: /) });
    expect(mapper.apply({ ...row, who: '' })).toEqual({ refusal: expect.stringMatching(/^\/accountId: /) });
    expect(mapper.apply({ ...row, bad: '' })).toMatchObject({ row: { label: null } });
  });
});
