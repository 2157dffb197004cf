import { OFFICIAL_DOMAINS } from '@coinwarden/domain';

/** The words that templates pick from. Names of people, sites and channels are invented. */
const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

export const WORDS: Readonly<Record<string, readonly string[]>> = {
  n: list('2|3|5|7|10|20|50|100|250|500|1000|2000|5000|10,000|10k|50k|100k|99999|1M'),
  usd: list('$5|$10|$25|$50|$100|$250|$500|$1,000|$5,000|$10000|100 USD|500 dollars|€50|€200|£100|£1000|$1M'),
  rub: list('500 рублей|1000 руб|5000₽|15 000 руб|50 000 рублей|100$|200$ в день|100 000₽|3к💵|1800💵'),
  idr: list('50rb|100 ribu|Rp500.000|1 juta|5 juta|10jt|25.000|Rp1.000.000|500k'),
  coins: list(
    'coins|free coins|TikTok coins|gems|diamonds|robux|V-Bucks|gift coins|live coins|credits|skins|Discord Nitro|premium coins|gold|UC|tokens',
  ),
  moedas: list('moedas|diamantes|robux|créditos|moedas grátis|gemas'),
  monedas: list('monedas|diamantes|robux|créditos|gemas|monedas gratis|pavos'),
  muenzen: list('Münzen|Coins|Diamanten|Robux|Gutscheine|Credits'),
  pieces: list('pièces|diamants|robux|crédits|jetons'),
  monety: list('монет|монеты|алмазов|робуксов|голды|коинов|звёзд|гемов|кристаллов'),
  koin: list('koin|diamond|koin gratis|robux|DM FF|diamond ML|koin TikTok|UC'),
  jeton: list('jeton|elmas|robux|coin|altın'),
  gc: list(
    'gift card|Amazon gift card|iTunes card|Steam gift card|Google Play card|PlayStation card|Walmart voucher|$100 gift card|Roblox gift card',
  ),
  prize: list(
    'iPhone 15|iPhone 17 Pro|PS5|MacBook|new car|free trip|Samsung Galaxy|gaming PC|Xbox|$1000 cash|iPad|brand new phone',
  ),
  site: list(
    'coin-gen.xyz|freecoins.top|getcoins.site|coinhack.online|bonus-live.ru|gift4you.club|claim-gift.com|rewardzone.live|coinsfree.app|vip-bonus.info|win-prize.net|example-coins.xyz|robux-now.top|luckydraw.shop|best-earn.site|coinsgift.online|topup-murah.xyz|nitro-gift.ru|freegems.gg|mycoins.pro|liveboost.io|giftzone.cc|coinportal.vip|event-bonus.click|hadiah-resmi.com',
  ),
  link: list(
    'https://{site}|http://{site}/claim|{site}|www.{site}|https://{site}/?ref=8812|bit.ly/3xKc9p|tinyurl.com/coins77|link in bio|link in my profile|the link in my bio|t.me/{handle}|https://t.me/{handle}|wa.me/4915550000|cutt.ly/abC12|linktr.ee/{handle}|{site}/login',
  ),
  handle: list(
    'coinseller_anna|support_help24|luckygift|coins_king|admin_mike|team_bonus|profit_coach|mrs.wilson_fx|anya_money|vip_signals|recovery_pro|fasttopup|giftmaster|official_rewards|cheapcoins4u|alex_trade|official.support|kate_invest|hack_expert|agen_koin',
  ),
  contact: list(
    'DM me|dm @{handle}|message @{handle} on Telegram|WhatsApp +1 555 010 0199|text me on WhatsApp +44 7700 900123|hit me up|inbox me|add me on telegram @{handle}|write to @{handle}|contact @{handle} on Instagram|telegram: {handle}|send me a message|hmu on snap {handle}|email {handle}@gmail.com',
  ),
  ruContact: list(
    'пиши в лс|пишите в личку|пиши @{handle}|телеграм @{handle}|пиши в тг {handle}|жду в личных сообщениях|ссылка в профиле|ссылка в шапке профиля|переходи по ссылке {link}|напиши + в лс|пишите в вотсап',
  ),
  idContact: list(
    'DM aja|chat WA 0812-5550-1234|hubungi WA 085550001234|klik link di bio|cek bio|link ada di profil|inbox ya|japri @{handle}|daftar di {site}|ketik {brand} di google|langsung ke {site}',
  ),
  brand: list(
    'HOKI88|MAXBET77|LUCKY77|GACOR88|SULTAN99|NAGA303|RAJA138|ZEUS88|CUAN4D|JITU77|MEGA88|KOI365|BINTANG4D|DEWA77|MACAN88|NUSA69',
  ),
  ticker: list('MOONX|DOGGO|WAGMI|ZORA2|KITE|BEAM|LOBST|PEPE2|NOVA|ORBIT|FROG|TRUSTX|APEX|USOIL|MINTY'),
  cashtag: list(
    '$MOONX|$DOGGO|$WAGMI|$ZORA2|$KITE|$BEAM|$LOBST|$PEPE2|$NOVA|$ORBIT|$FROG|$BTC|$ETH|$SOL|$XRP',
  ),
  hour: list('9|10|11|12|14|16|18|19|20'),
  urgency: list(
    'hurry|now|today only|only 24 hours left|before it ends|limited time|only {n} left|last chance|fast|right now|quick|before they patch it|while it works|ends tonight|asap',
  ),
  e: list('🎁|🔥|💰|🎉|💎|🚀|👉|✅|💸|🤑|👇|🎁🎁🎁|🔥🔥|💵💵||||||'),
  person: list(
    'Anna|Mike|Mrs Wilson|Expert Daniel|Sir James|Coach Lily|Kate|Mr. Brown|Sophia Trades|Admin Leo',
  ),
  creator: list('@lena.sings|@marco|@coolcat|@thatguy|@dancequeen|@bts_fan|@ivan|@sari|@streamer|@mia_live'),
  game: list(
    'Roblox|Fortnite|Free Fire|Mobile Legends|PUBG|TikTok|Minecraft|Genshin|Brawl Stars|Clash Royale|the app|this app|live',
  ),
  platform: list(
    'TikTok|Instagram|Discord|Steam|PayPal|Roblox|YouTube|Telegram|WhatsApp|Facebook|Twitch|your bank|Coinwarden Live|the app',
  ),
  job: list(
    'online job|remote job|part-time job|work from home|data entry job|like-and-earn job|simple task job|home based job',
  ),
  honestSite: list(
    'youtube.com/watch?v=abc|wikipedia.org|discord.gg|twitch.tv|store.steampowered.com|support.apple.com|github.com|spotify.com|bbc.com/news',
  ),
  day: list('yesterday|today|last week|on Monday|last night|two days ago|this morning|3 days ago'),
  thing: list(
    'video|stream|song|edit|dance|live|match|concert|outfit|recipe|tutorial|clip|game|cover|trick shot',
  ),
  good: list(
    'great|amazing|so good|beautiful|funny|awesome|cool|cute|perfect|insane|lovely|underrated|the best',
  ),
  officialSite: OFFICIAL_DOMAINS,
  officialLink: list(
    'https://{officialSite}|https://www.{officialSite}/|http://{officialSite}/|www.{officialSite}|{officialSite}',
  ),
};
