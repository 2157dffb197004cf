import { readdirSync, readFileSync } from 'node:fs';
import { PROBLEMS } from '@coinwarden/contracts';
import {
  describeRuleContext,
  NOTICE_IRRELEVANCES,
  NOTICE_REASON_CODES,
  PERMISSIONS,
  REFUND_OBSTACLES,
  ROLES,
  RULE_PROBLEMS,
  STARTER_RULESET,
} from '@coinwarden/domain';

type Messages = Map<string, string>;

const SOURCES = new URL('../../admin-ui/src/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, SOURCES), 'utf8');

function flatten(value: unknown, path: string, into: Messages): Messages {
  if (typeof value === 'string') return into.set(path, value);
  for (const [key, inner] of Object.entries(value as object))
    flatten(inner, path ? `${path}.${key}` : key, into);
  return into;
}

function catalogue(locale: string): Messages {
  const messages: Messages = new Map();
  const folder = `i18n/${locale}/`;
  for (const file of readdirSync(new URL(folder, SOURCES))) {
    if (file.endsWith('.json')) flatten(JSON.parse(read(folder + file)), '', messages);
  }
  return messages;
}

const placeholders = (message: string) => [...new Set(message.match(/%\{\w+\}/g))].sort();
const english = catalogue('en');
const german = catalogue('de');

it('says in every language what it says in one', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
  expect(english.size).toBeGreaterThan(500);
});

it('leaves no message empty and no value out', () => {
  for (const [key, message] of english) {
    const translated = german.get(key)!;
    if (key !== 'ra.boolean.null') expect([key, translated.trim()]).not.toEqual([key, '']);
    // A plural form may leave the count to the word beside it; whatever else is handed in has to be said.
    expect([key, placeholders(translated)]).toEqual([key, placeholders(message)]);
  }
});

it('covers every message of the framework', async () => {
  const { default: framework } = await import('ra-language-english');
  const missing = [...flatten(framework, '', new Map()).keys()].filter((key) => !english.has(key));
  expect(missing).toEqual([]);
});

it('has words for every problem, permission, role and reason of the starter rules', () => {
  const needed = [
    ...Object.keys(PROBLEMS).map((code) => `problem.${code}`),
    ...RULE_PROBLEMS.map((code) => `rule_problem.${code}`),
    ...Object.keys(PERMISSIONS).map((key) => `permission.${key}`),
    ...Object.keys(ROLES).flatMap((role) => [`role.${role}`, `role_description.${role}`]),
    ...STARTER_RULESET.rules.flatMap((rule) => [`reason.${rule.reasonCode}`, `rule_group.${rule.group}`]),
  ];
  expect(needed.filter((key) => !english.has(key))).toEqual([]);
});

it('has words for whatever keeps a notice from being done and a purchase from being refunded', () => {
  const needed = [
    // What refused it says so in words of its own.
    ...NOTICE_REASON_CODES.filter((code) => code !== 'refused').map((code) => `notice_reason.${code}`),
    ...NOTICE_IRRELEVANCES.map((why) => `notice.irrelevant.${why}`),
    ...REFUND_OBSTACLES.map((why) => `refund_obstacle.${why}`),
  ];
  expect(needed.filter((key) => !english.has(key))).toEqual([]);
});

it('says in plain words whatever a rule can read', () => {
  const needed = describeRuleContext().flatMap(({ path }) => {
    const [group, entity, window, measure] = path.split('.');
    return group === 'velocity'
      ? [`velocity_entity.${entity}`, `velocity_window.${window}`, `velocity_measure.${measure}`]
      : [`fact.${path}`];
  });
  expect([...new Set(needed)].filter((key) => !english.has(key))).toEqual([]);
});

it('names only messages that exist', () => {
  const named = new Set<string>();
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, key] of read(file).matchAll(/translate\(\s*'([^']+)'/g)) named.add(key!);
  }
  expect(named.size).toBeGreaterThan(100);
  expect([...named].filter((key) => !english.has(key))).toEqual([]);
});
