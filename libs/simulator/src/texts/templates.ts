/** What people and scammers of the simulated world write, by language. `{n}` is an amount, `{link}` and `{contact}` a way out. */

export const SCAM_COMMENTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'FREE COINS for the first 100 people!! claim {n} coins here: {link}',
    'Coin generator still works today, no survey, I got {n} coins in a minute {link}',
    'Official giveaway! Log in with your account at {link} and receive {n} coins',
    'Send me {n} coins now and I send back double, ask anybody, limited time. {contact}',
  ],
  de: [
    'GRATIS COINS für die ersten 100!! hol dir {n} Coins hier: {link}',
    'Schick mir {n} Coins und ich schicke das Doppelte zurück, nur heute. {contact}',
    'Offizielles Gewinnspiel! Melde dich mit deinem Konto bei {link} an und erhalte {n} Coins',
  ],
  es: [
    '¡MONEDAS GRATIS! Reclama {n} monedas aquí: {link}',
    'Envíame {n} monedas y te devuelvo el doble, solo hoy. {contact}',
  ],
  pt: [
    'MOEDAS GRÁTIS! Pegue {n} moedas aqui: {link}',
    'Me manda {n} moedas e eu devolvo o dobro, só hoje. {contact}',
  ],
  fr: [
    'PIÈCES GRATUITES ! Récupère {n} pièces ici : {link}',
    'Envoie-moi {n} pièces et je te rends le double, aujourd’hui seulement. {contact}',
  ],
  id: [
    'KOIN GRATIS!! ambil {n} koin di sini: {link}',
    'Kirim {n} koin ke aku, aku balikin dua kali lipat. {contact}',
  ],
};

export const SELLER_MESSAGES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Cheap coins, 50% off the shop price, {n} coins delivered in minutes. {contact}',
    'Selling {n} coins, PayPal or crypto, half of the official price. Order at {link}',
  ],
  de: ['Billige Coins, halber Preis, {n} Coins in Minuten auf deinem Konto. {contact}'],
  es: ['Vendo monedas baratas, {n} a mitad de precio, entrega en minutos. {contact}'],
  pt: ['Vendo moedas baratas, {n} pela metade do preço, entrega na hora. {contact}'],
  fr: ['Pièces pas chères, {n} à moitié prix, livrées en quelques minutes. {contact}'],
  id: ['Jual koin murah, {n} koin setengah harga, kirim cepat. {contact}'],
};

export const HONEST_TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'This made my whole evening, thank you!',
    'Which camera do you use? The light is beautiful',
    'Careful, somebody in the chat promises free coins, that is a scam',
    'How do I get a refund for a coin package I bought by mistake?',
    'First time here, love the music',
    'See you all on Friday, same time',
  ],
  de: [
    'Das hat meinen Abend gerettet, danke!',
    'Welche Kamera nimmst du? Das Licht ist so schön',
    'Vorsicht, im Chat verspricht jemand kostenlose Coins, das ist Betrug',
    'Bis Freitag, gleiche Zeit',
  ],
  es: [
    '¡Me alegraste la tarde, gracias!',
    '¿Qué cámara usas? Qué buena luz',
    'Nos vemos el viernes a la misma hora',
  ],
  pt: ['Você salvou minha noite, obrigado!', 'Qual câmera você usa?', 'Até sexta, mesmo horário'],
  fr: [
    'Tu as sauvé ma soirée, merci !',
    'Tu utilises quelle caméra ? La lumière est superbe',
    'À vendredi, même heure',
  ],
  id: ['Keren banget, makasih ya!', 'Pakai kamera apa kak?', 'Sampai jumpa hari Jumat'],
};

const LANGUAGE_OF: Readonly<Record<string, string>> = {
  DE: 'de',
  AT: 'de',
  CH: 'de',
  MX: 'es',
  ES: 'es',
  AR: 'es',
  CO: 'es',
  BR: 'pt',
  PT: 'pt',
  FR: 'fr',
  ID: 'id',
};

export const languageOf = (country: string): string => LANGUAGE_OF[country] ?? 'en';

/** Imitations of official names and names of their own; none of them is known to belong to anybody. */
export const SCAM_LINKS = [
  'https://telegrarn.org/coins',
  'https://paypa1.com/gift',
  'https://disc0rd-gift.com/claim',
  'https://free-coins-generator.xyz/now',
  'coins-bonus-claim.top',
] as const;
export const CONTACTS = [
  'Write me on WhatsApp +1 555 0100',
  'Find me on Telegram, the name is in my bio',
  'DM me',
] as const;
