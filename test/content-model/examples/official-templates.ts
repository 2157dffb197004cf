/** Official sites named by themselves or with a word beside them: a link alone is no bait, however often spam holds it. */
export const OFFICIAL_LINKS: string = `
https://{officialSite}
https://{officialSite}/
https://www.{officialSite}/
http://{officialSite}
www.{officialSite}
{officialSite}
[see|look|here|this|read|found it on|it is on|I mean|source:|via] {officialLink}
[the official site is|log in only at|the real address is|they only use|official page:] {officialLink}
[you can report it at|contact support at|ask on|it says so on] {officialLink} [please|instead|there|]
[смотри|вот|официальный сайт|это на|поддержка пишет на|нашёл тут] {officialLink}
[lihat|ini|situs resmi|cek saja di|ada di] {officialLink} [bang|kak|]
[mira|está en|la página oficial es|veja em|o site oficial é|siehe|offizielle Seite:|voir|le site officiel est] {officialLink}
`;
