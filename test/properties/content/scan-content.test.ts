import {
  CONTENT_REASON_CODES,
  contentReferences,
  ListIndex,
  type ListName,
  type ListValueType,
  MAX_JUDGED_DOMAINS,
  OFFICIAL_DOMAINS,
  SCAM_FROM,
  SUSPECT_FROM,
  scanContent,
} from '@coinwarden/domain';
import fc from 'fast-check';
import { hostileStrings } from '../../support/hostile-strings.js';

const none = contentReferences();
const listed = (type: ListValueType, values: Partial<Record<ListName, readonly string[]>>) =>
  new ListIndex(
    Object.entries(values).flatMap(([list, all]) =>
      all.map((value) => ({
        entryId: `${list} ${value}`,
        list: list as ListName,
        type,
        value,
        expiresAt: null,
      })),
    ),
  );
const scan = (text: string, references = none) => scanContent({ kind: 'comment', text }, references);
const codes = (text: string, references = none) => scan(text, references).reasons.map((r) => r.code);

describe('a scan of wording', () => {
  it.each([
    'Get 5000 FREE coins now at freecoins.top',
    'free robux generator no human verification',
    'Selling cheap coins, dm me, instant delivery',
    'TikTok support here, send me your password and the code or your account gets banned',
    'раздаю 5000 монет бесплатно, пиши в лс',
    'Congratulations! You won a $100 gift card, claim it at gift4you.club',
    'Who wants 𝐟𝐫𝐞𝐞 𝐜𝐨𝐢𝐧𝐬? Go to coin-gen[.]xyz',
    '恭喜您中奖了，点击链接领取免费金币 coin-gen.xyz',
    '무료 코인 지급 이벤트, 지금 가입 coin-gen.xyz',
  ])('does not let pass: %s', (text) => {
    expect(scan(text).score).toBeGreaterThanOrEqual(SUSPECT_FROM);
    expect(codes(text)).toContain('content.scam_wording');
  });

  it.each([
    'be careful guys, that free coins link is a scam',
    'is freecoins.top legit?',
    'I bought 500 coins yesterday and they never arrived, I want a refund',
    'thank you so much for the gift ❤️',
    'купил монеты, не пришли, верните деньги',
    'hati-hati penipuan koin gratis, jangan klik link',
    'Vorsicht, das ist Betrug, gebt niemals euer Passwort weiter',
    'no me llegaron las monedas, quiero un reembolso',
    'this song is so good lol',
    '小心，这是诈骗，不要点击链接',
    'この曲最高、面白すぎｗｗｗ',
    'the comments are full of people advertising their channels, so annoying',
    'Bitcoin fell 3% this week, according to analysts',
    'В субботу собрание жильцов, просьба не опаздывать. Вопросы можно задать старшей по дому.',
    'I will call you tomorrow about the meeting at 10:00',
  ])('lets pass: %s', (text) => {
    expect(scan(text).verdict).toBe('clean');
  });

  it('counts the name that the author shows', () => {
    const verdict = scanContent(
      { kind: 'comment', text: 'hello', displayName: 'FREE coins at freecoins.top claim now' },
      none,
    );
    expect(verdict.verdict).not.toBe('clean');
    expect(verdict.reasons.map((r) => r.code)).toContain('content.display_name');
  });
});

describe('a scan of links', () => {
  it.each([
    ['https://steancommutiny.com/gift', 'steancommutiny.com', 'steamcommunity.com'],
    ['visit раураl.com', 'xn--l-7sba6dbr.com', 'paypal.com'],
    ['xn--pple-43d.com', 'xn--pple-43d.com', 'apple.com'],
    ['discord.com.evil.ru/login', 'evil.ru', 'discord.com'],
    ['https://discord.com@dlscord-gift.ru/x', 'dlscord-gift.ru', 'discord.com'],
    ['free at discord-nitro[.]gift', 'discord-nitro.gift', 'discord.com'],
    ['roblox-support dot com', 'roblox-support.com', 'roblox.com'],
  ])('sees through %s', (text, domain, imitates) => {
    expect(scan(text).domains).toEqual([
      expect.objectContaining({ domain, standing: 'lookalike', imitates }),
    ]);
    expect(codes(text)).toContain('content.lookalike_domain');
    expect(scan(text).verdict).not.toBe('clean');
  });

  it.each([
    ['example[.]com', 'example.com'],
    ['example(dot)com', 'example.com'],
    ['example dot com', 'example.com'],
    ['hxxps://example.com/a', 'example.com'],
    ['example。com', 'example.com'],
    ['ｅｘａｍｐｌｅ．ｃｏｍ', 'example.com'],
    ['exa\u200bmple.com', 'example.com'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['http://someone.pages.dev', 'someone.pages.dev'],
    ['http://192.168.1.1/x', '192.168.1.1'],
  ])('finds the domain in %s', (text, domain) => {
    expect(scan(text).domains.map((d) => d.domain)).toEqual([domain]);
  });

  it.each(['ok.so good', 'version 1.2.3', 'mail me: bob@example.com', 'e.g. this', 'wait... what', '3.50'])(
    'finds no link in %s',
    (text) => {
      expect(scan(text).domains).toEqual([]);
    },
  );

  it('takes a link to an official site for no bait, with or without a word beside it', () => {
    for (const domain of OFFICIAL_DOMAINS) {
      for (const text of [domain, `https://${domain}`, `https://www.${domain}/`, `see https://${domain}`])
        expect({ text, verdict: scan(text).verdict }).toEqual({ text, verdict: 'clean' });
    }
  });

  it('never flags an official domain, on any host of it and however it is written', () => {
    const official = fc.constantFrom(...OFFICIAL_DOMAINS);
    const before = fc.constantFrom('', 'www.', 'login.', 'support.gift.free.');
    const shape = fc.constantFrom(
      (d: string) => `https://${d}/free`,
      (d: string) => d.toUpperCase(),
      (d: string) => d.replace(/\./g, '[.]'),
    );
    fc.assert(
      fc.property(official, before, shape, (domain, prefix, write) => {
        for (const found of scan(write(prefix + domain)).domains) expect(found.standing).toBe('official');
      }),
    );
  });

  it('goes by the lists: a block beats an allowance, an allowance beats a resemblance', () => {
    const lists = listed('web_domain', {
      block: ['evil.example', 'both.com', 'blocked.org'],
      allow: ['discord-friends.com', 'both.com', 'fine.blocked.org', 'around.io'],
      watch: ['watched.net', 'inside.around.io'],
    });
    const references = contentReferences({ lists, officialDomains: ['live.example.com'] });
    const standing = (text: string) => scan(text, references).domains[0]?.standing;
    expect(standing('http://a.b.both.com')).toBe('blocked');
    expect(standing('discord-friends.com')).toBe('allowed');
    expect(standing('watched.net/x')).toBe('watched');
    // Narrower than what is blocked around it, an allowance is an exception; a narrower watch stays.
    expect(standing('fine.blocked.org')).toBe('allowed');
    expect(standing('https://other.blocked.org')).toBe('blocked');
    expect(standing('https://inside.around.io')).toBe('watched');
    expect(scan('http://a.both.com', references).score).toBeGreaterThanOrEqual(SCAM_FROM);
    expect(scan('watched.net', references).verdict).toBe('suspect');
    expect(standing('https://www.live.example.com')).toBe('official');
  });

  it('finds a blocked domain behind any number of harmless ones, and behind another host of its own', () => {
    const references = contentReferences({ lists: listed('web_domain', { block: ['bad.example.org'] }) });
    const crowd = Array.from({ length: 500 }, (_, i) => `https://fine-${i}.com`).join(' ');
    expect(scan(`${crowd} https://bad.example.org`, references).verdict).toBe('scam');
    expect(scan('https://good.example.org https://bad.example.org', references).verdict).toBe('scam');
  });

  it('judges so many domains and says how many it left', () => {
    const verdict = scan(Array.from({ length: 10_000 }, (_, i) => `https://example-${i}.com`).join(' '));
    expect(verdict.domains).toHaveLength(MAX_JUDGED_DOMAINS);
    expect(verdict.reasons.map((r) => r.code)).toEqual(
      expect.arrayContaining(['content.links_cut', 'content.text_cut']),
    );
  });
});

describe('a scan for phrases', () => {
  const lists = listed('phrase', { block: ['free coins'], watch: ['gratis koin'] });
  const references = contentReferences({ lists });

  it.each(['free coins', 'F R E E  c0ins', '𝐟𝐫𝐞𝐞\n𝕔𝕠𝕚𝕟𝕤', 'get frее соіns here'])(
    'finds one in %s',
    (text) => {
      const verdict = scan(text, references);
      expect(verdict.verdict).toBe('scam');
      expect(verdict.spans.some((span) => span.code === 'content.blocked_phrase')).toBe(true);
    },
  );

  it.each([
    ['免费金币', '现在点击领取免费金币吧'],
    ['無料コイン', '今だけ！無 料 コ イ ンをプレゼント'],
    ['เหรียญฟรี', 'รับเหรียญฟรีที่นี่'],
    ['공짜 다이아', '지금 공짜 다이아 받기'],
  ])('finds %s where words are not spaced, in %s', (phrase, text) => {
    const verdict = scan(text, contentReferences({ lists: listed('phrase', { block: [phrase] }) }));
    expect(verdict.verdict).toBe('scam');
    const [span] = verdict.spans.filter((s) => s.code === 'content.blocked_phrase');
    expect(text.slice(span!.start, span!.end).replace(/\s/g, '')).toBe(phrase.replace(/\s/g, ''));
  });

  it('does not find one in parts of words or in another order', () => {
    expect(codes('coins free', references)).not.toContain('content.blocked_phrase');
    expect(codes('carefree coinsurance', references)).not.toContain('content.blocked_phrase');
  });
});

describe('any scan', () => {
  const pieces = fc.constantFrom(
    'free coins ',
    'https://dlscord.gift/x ',
    '𝐜𝐨𝐢𝐧𝐬 ',
    'scam! ',
    '\u202e',
    '💰',
    'f r e e ',
    '\ud800',
    ' dot com ',
    '[.]',
    '@',
    '://',
    'бесплатно ',
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );

  it('answers within its bounds, with known reasons and evidence that lies within the text', () => {
    fc.assert(
      fc.property(text, (input) => {
        const verdict = scan(input);
        expect(verdict.score).toBeGreaterThanOrEqual(0);
        expect(verdict.score).toBeLessThanOrEqual(1000);
        expect(Number.isInteger(verdict.score)).toBe(true);
        for (const { code } of verdict.reasons) expect(CONTENT_REASON_CODES).toContain(code);
        for (const { start, end } of verdict.spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(input.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same every time', () => {
    fc.assert(fc.property(text, (input) => expect(scan(input)).toEqual(scan(input))));
  });

  it('survives strings that are known to break programs', () => {
    for (const input of hostileStrings()) expect(scan(input).totalChars).toBe(input.length);
  });

  it('of ten megabytes reads what it may and says so', () => {
    const verdict = scan('free coins '.repeat(1_000_000));
    expect(verdict.scannedChars).toBeLessThan(verdict.totalChars);
    expect(verdict.reasons.map((r) => r.code)).toContain('content.text_cut');
  });

  it('finds bait as well when its letters are exchanged for others that look alike', () => {
    const alike: Readonly<Record<string, string>> = {
      a: 'а',
      c: 'с',
      e: 'е',
      i: 'і',
      o: 'о',
      p: 'р',
      s: 'ѕ',
      x: 'х',
    };
    const bait = fc.constantFrom(
      'Get 5000 FREE coins now, dm me',
      'free robux generator no human verification',
      'Selling cheap coins, dm me, instant delivery',
    );
    fc.assert(
      fc.property(bait, fc.infiniteStream(fc.boolean()), (words, choices) => {
        const written = Array.from(words, (c) => (choices.next().value ? (alike[c] ?? c) : c)).join('');
        expect(scan(written).score).toBeGreaterThanOrEqual(SUSPECT_FROM);
      }),
    );
  });
});
