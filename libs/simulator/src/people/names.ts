import type { Random } from '../random.js';

const FIRST =
  'Aria Bruno Cleo Dario Elif Felix Gia Hana Ivo Jude Kaya Leo Mila Nico Oda Pia Quinn Rafa Suki Theo Uma Vito Wren Xenia Yuna Zeno Ayla Bao Chidi Dita'.split(
    ' ',
  );
const TRAIT =
  'sunny quiet cosmic lucky velvet pixel tiny neon mellow rapid silver wild gentle midnight paper honey stormy amber clever lunar'.split(
    ' ',
  );
const THING =
  'otter comet maple koala falcon tulip panda waffle river cactus lynx pebble mango heron fox biscuit orchid raven melon dune'.split(
    ' ',
  );

/** Names that belong to nobody: a first name with a nonsense handle. */
export function displayName(random: Random): string {
  const first = random.pick(FIRST);
  const handle = `${random.pick(TRAIT)}${random.pick(THING)}`;
  return random.chance(0.5) ? `${first} ${handle}` : `${handle}${random.int(1, 99)}`;
}

/** Addresses in the domains reserved for examples (RFC 2606), which reach no one. */
export function email(random: Random, name: string): string {
  const local = name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
  return `${local}.${random.code(4)}@${random.pick(['example.com', 'example.org', 'example.net'])}`;
}
