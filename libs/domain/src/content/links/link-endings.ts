/**
 * Which endings make a link of words joined by a dot. Every second English word is a top-level domain by now, and people
 * forget the space after a full stop; so a bare "word.word" is a link only with an ending that is used for links.
 */
const COMMON =
  'com net org ru xyz io gg top site online shop app dev co info biz tv vip club link click pro uk de fr nl pl es br ua ' +
  'kz su by cn jp kr tr vn th ph ng za ca au ch se cz hu ro gr ar mx cl pe eu asia mobi cc tk ml ga cf gq ly gl sh ai ' +
  'cfd sbs bond icu website space store tech cloud network finance exchange bet casino games gift gifts cash money ' +
  'ltd page host press fund claims support digital agency market trade trading studio center company group media ' +
  'solutions systems services rocks stream download bid loan party science cyou buzz monster quest lat pics autos ' +
  'рф xn--p1ai';

export const COMMON_ENDINGS: ReadonlySet<string> = new Set(COMMON.split(' '));

/** Endings after a spelled-out dot ("example dot com"): only those that nobody writes after the word by chance. */
export const SPOKEN_ENDINGS: ReadonlySet<string> = new Set(
  'com net org ru xyz io gg co info top site online shop app biz vip club tv pro link live'.split(' '),
);

/** Endings that cheap throw-away domains favour, and free hosts that anyone gets a name on. */
export const THROWAWAY_ENDINGS: ReadonlySet<string> = new Set(
  (
    'xyz top site online shop club vip click link live icu cfd sbs bond cyou buzz monster quest lat pics autos fun pro ' +
    'website space store ru su tk ml ga cf gq info win bid loan gift gifts cash claims rest help life world today lol ' +
    'pages.dev web.app vercel.app netlify.app firebaseapp.com workers.dev github.io herokuapp.com weebly.com ' +
    'blogspot.com wixsite.com glitch.me repl.co r2.dev surge.sh onrender.com'
  ).split(' '),
);

export const SHORTENERS: ReadonlySet<string> = new Set(
  (
    'bit.ly tinyurl.com goo.gl t.co is.gd cutt.ly ow.ly rb.gy shorturl.at rebrand.ly tiny.cc urlz.fr clck.ru vk.cc ' +
    's.id heylink.me linktr.ee adf.ly shrinkme.io ouo.io soo.gd bl.ink v.gd qr.ae lnkd.in'
  ).split(' '),
);

/** Where a conversation is taken off the platform. */
export const MESSENGERS: ReadonlySet<string> = new Set(
  't.me telegram.me wa.me whatsapp.com chat.whatsapp.com discord.gg line.me m.me signal.me vk.me join.skype.com'.split(
    ' ',
  ),
);
