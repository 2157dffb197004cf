/**
 * Domains that belong to those whose names scammers borrow. They are never flagged, and a domain that looks like one of
 * them without being it is an imitation. A platform adds its own through the references of a scan.
 */
const CHAT =
  'discord.com discord.gg discord.gift discord.gifts discord.media discord.new discord.store discord.tools discord.co ' +
  'discord.design discord.dev dis.gd discord-activities.com discordactivities.com discordapp.com discordapp.io ' +
  'discordapp.net discordcdn.com discordmerch.com discordpartygames.com discordsays.com discordstatus.com ' +
  'telegram.org telegram.me t.me whatsapp.com whatsapp.net wa.me signal.org line.me viber.com wechat.com vk.com ok.ru';
const GAMES =
  'steamcommunity.com steampowered.com steamgames.com steam-chat.com steamchina.com steamcontent.com steamstatic.com ' +
  'steamusercontent.com steampowered.com.8686c.com steamstatic.com.8686c.com s.team valve.net valvesoftware.com ' +
  'roblox.com rbxcdn.com epicgames.com fortnite.com minecraft.net mojang.com playstation.com xbox.com nintendo.com ' +
  'riotgames.com leagueoflegends.com ea.com ubisoft.com garena.com pubg.com supercell.com hoyoverse.com';
const VIDEO =
  'twitch.tv ext-twitch.tv ttvnw.net jtvnw.net live-video.net twitchcdn.net twitchsvc.net twitch.okta.com youtube.com youtu.be ' +
  'tiktok.com kick.com instagram.com facebook.com fb.com threads.net snapchat.com twitter.com x.com reddit.com ' +
  'netflix.com spotify.com patreon.com onlyfans.com bilibili.com rutube.ru likee.video bigo.tv';
const MONEY =
  'paypal.com stripe.com visa.com mastercard.com wise.com revolut.com cash.app venmo.com payoneer.com skrill.com ' +
  'binance.com coinbase.com kraken.com bybit.com okx.com metamask.io ledger.com trezor.io trustwallet.com uniswap.org ' +
  'opensea.io etherscan.io polkadot.network solana.com ethereum.org phantom.app blockchain.com sberbank.ru tinkoff.ru';
const STORES =
  'apple.com icloud.com google.com gmail.com microsoft.com live.com outlook.com office.com amazon.com ebay.com ' +
  'aliexpress.com walmart.com shopee.co.id tokopedia.com github.com wikipedia.org yahoo.com yandex.ru mail.ru linkedin.com ' +
  'dropbox.com zoom.us adobe.com cloudflare.com dhl.com fedex.com ups.com';

export const OFFICIAL_DOMAINS: readonly string[] = `${CHAT} ${GAMES} ${VIDEO} ${MONEY} ${STORES}`.split(' ');
