/** Bait around tokens, wallets, promotions and follow-to-win posts. */
export const TOKEN_BAIT: string = `
[Claim|Grab|Snag|Get] your [$|]{ticker} [airdrop|allocation|tokens|drop] [now|today|in a few easy steps]: [connect your wallet|go to|bridge and claim at] {link} [before it ends|first come first served|it took me a minute]
[{ticker} airdrop|Airdrop round 2|Season 1 claim] is [live|open|ending soon], [eligible wallets|holders|early users] can claim {n} [tokens|{cashtag}] at {link}
[giving away|GIVEAWAY:|win] [{n} WL spots|1 GTD spot|{n} NFTs|{usd} in SOL] {e} [follow @{handle}|like and RT|tag 3 friends|drop your wallet], [ends in 24h|winners in 48 hrs|{n} winners]
[to enter|how to join|rules]: [follow @{handle}|1. follow], [like & RT|2. repost], [tag two friends|3. comment your wallet|drop your EVM address] {e} [{n} winners|24 hours]
[drop|leave|comment|send] your [wallet|SOL address|ETH wallet|evm address] [below|in the comments|] [and get|I will send everyone|for] [{usd}|{n} tokens|something nice] {e}
[free mint|free NFT mint|whitelist] [is live|ends tonight|for early birds], [one per wallet|supply {n}|chain ETH], mint at {link}
{cashtag} [called at|early entry|is going to] [{n}k MC|100x|the moon] {e} [join my private TG|signals group|alpha channel] {link} [don't miss the next one|DM to join]
[buy|ape into|grab] {cashtag} [before it pumps|now|while it's early] {e} [buy here|CA below|on pump.fun]: pump.fun/coin/{n}hDk [100x|join the TG|LFG]
Ca [9xT{n}kQpump|0x3d{n}e9ab77c1f0{n}de|Ez2{n}oKfpump] [ape in|see you at 1 million|next gem|don't fade]
[join|enter] my [VIP|premium|copy trading] [group|signals|channel] - [500% gains this month|95% win rate|$99 a month|no experience needed], [DM to join|limited spots|link in bio]
[lost your crypto?|forgot your wallet phrase?|funds stuck?] [our recovery team|certified experts|{person}] can [get it back|recover your wallet], [DM me|send a message|contact @{handle}]
[beware of|investor alert:|warning:] #{ticker} [unregulated platform|broker may be fake], [DM for recovery|contact @{handle} to get your money back|we help victims recover funds]
[send|transfer] [0.1 ETH|{n} SOL|any amount] to [this wallet|the address] and [get double back|receive 2x|we return the same as a gift] {e}
@[launchbot|tokenbot|deploybot] [deploy|launch|create] [a token|coin] [name|called] {ticker} [ticker|with ticker|and symbol] {ticker} [and send fees to @{handle}|use this picture|]
[he brings|she shares|the analyst posts] [disciplined stock picks|a professional mindset|clear insights], [WhatsApp|join on WhatsApp]: wa.me/+1303555{n} send "stocks" #{ticker} {cashtag}
[comment|reply] ["{ticker}"|"PROMPT"|"SEND"|"YES"] [and|, like, follow and] I'll [DM you|send you] [the full guide|the workflow|the course] [for free|must be following|within 24h]
[make|earn] {usd} [a day|monthly] with [AI videos|faceless channels|this tool|P2P arbitrage], [comment "HOW"|DM for the method|link in bio] {e}
[this course|this AI agent|my system] [made me {usd}|replaces a whole team|sells for {usd}], [today it's free|save this|like + RT + comment and I'll send it]
[code|promo code|use code] {ticker}{n} [for a free deposit|gets you {n}% off|free chips] [today|on sign-up|claim now] {link}
[congratulations|congrats] @{handle}, [you won|you are our winner], [DM me|check your DMs|message us] [to claim|within 24 hours|for the prize]
[the winners|and the winner is|reminder: the giveaway] [are picked at random|will be drawn tonight|ends in a day], [check your DMs|last chance to enter|stay tuned for more giveaways] {e}
`;

/** News, product notes and small talk about the same things, and the chatter of a public timeline. */
export const TIMELINE: string = `
[Bitcoin|Ether|{cashtag}] [fell|rose|slipped|climbed] [{n}% to \${n},000|below \${n},000|above its yearly average] [on Monday|this week|after the rate decision], [traders said|according to analysts|data show], [as funds saw outflows|with volume at a low]
The [index|market|sector] is [currently trading at {n}|down 1.8% since Friday|up 0.9%]. Leaders: {cashtag} (+1.3%) and {cashtag} (+0.3%). [Laggards: {cashtag} (-4.0%)|Nine of 20 are higher].
Current price of [#Bitcoin|{cashtag}]: \${n},080.15 / EUR {n},404.55 / GBP {n},273.70 [at 1:43 PM UTC|on {day}]
[We are|{ticker} Labs is|The team is] [proud|excited|happy] to [announce|share] [a $13M investment|our new release|a partnership with a bank|version 2.0]. [It brings faster sync|The upgrade supports new wallets|Read the release notes|More in the blog post].
[Our network|The protocol|The foundation] [now supports|launched|is deployed on] [stablecoins|the mainnet|account abstraction|24/7 settlement], [built with our partners|so that developers can build faster|after a year of work]
[ICYMI|New episode|New roundup]: [we talk to|a conversation with] @{handle} about [rates and gold|privacy|what comes next for miners]. [Timestamps|In this episode]: 00:00 intro 03:36 [the trade|the fork] [listen wherever you get podcasts|link below]
[voting|the proposal|the auction] [closes soon|has ended|is open]: [vote with your wallet app|bids are settled|users can claim unused funds in the app|read the forum post] [on the site|]
[the SEC|a court|prosecutors|regulators] [charged|fined|sentenced] the [founder|exchange] [for fraud|over a Ponzi scheme|to 100 months in prison], [according to|reports] [Reuters|the WSJ|court documents]
[common scams|scams] to watch for: [fake airdrops that ask for your key|"support" in your DMs|giveaways that promise double]. [We will never message you first|Stay safe|Do your own research].
this [claim|post|ad] is a [classic|known|typical] [giveaway scam|phishing trick], [they promise double and keep it all|never send coins to strangers|report it]
[airdrops|free tokens|giveaways] are [how projects spread tokens|just marketing|taxed like income here], [decided to learn about them today|be careful with links|most are worth nothing]
[analysts|the bank|our research] [cut|raised] the [price target|forecast] for [the exchange|the chip maker] [from $399 to $290|to {n}] [ahead of earnings|after weak results]
[I sold|still holding|bought] my [btc|eth|{ticker}] [too early|since 2017|at the top], [no regrets|my wife laughs at me|never again|it is what it is]
[hackathon|developer workshop|summit] [applications are open|next week in Denver|starts on {day}]: [three months of mentoring|meet the builders|$10,000 in prizes for the best project], [apply on our site|agenda online|see you there]
[hiring|we are hiring|HIRING]: [senior backend engineer|designer|protocol researcher] to [build data systems|work on our wallet], [remote or Berlin|join a small team], [details on the careers page|apply by friday]
[BREAKING|JUST IN|UPDATE]: [the House passed the bill 217-214|the minister resigned|a judge blocked the order|talks ended without a deal]. [It now goes to the Senate|This is a developing story|More soon].
[the team|LSU|Arizona|the youngster] [won|beat {n}-{n}|broke the record] [last night|in overtime|for the first time], [what a game|highlights on the channel|watch the replay on ESPN]
[the new|first look at the|pre-order] [trailer|season|gameplay|console] [is out|drops in spring|reveals two villains|starts at $65 a month] https://bit.ly/3O{n} [via the studio|according to IGN|]
[save|get] $[50|150|500] on [this laptop|these headphones|the phone] [at the store this week|, our review says it's great] https://bit.ly/4a{n}
[vote|have your say]: [which game was best in January|who should win the dunk contest|pick the cover], [polls are open on the blog|in the app|results on {day}]
[repost|reply|subscribe] [to our newsletter|if you agree|with your favourite player] [for weekly robotics news|happy birthday to a legend|no prize, just love]
[this AI|the new model|our coding assistant] [scores higher on benchmarks|now runs on your phone|writes tests for you], [docs and examples on github|rolling out to all users|paper here https://arxiv.org/abs/2601.0{n}]
[while you slept|fun fact|thread]: [the galaxy moved millions of kilometres|octopuses have three hearts|in 1969 a computer this size went to the moon], [and you woke up in the same room|crazy|1/]
[good morning|gm|gn] [everyone|from Lisbon|ct], [coffee first|long day ahead|another day of building|have a great sunday]
[my favourite|worst|best] [hook|movie|chart] of the week, [easily|change my mind|what's yours?]
[therapy|water|the museum] is free [here|for students|on sundays], [use it|who knew|lovely]
community [clean-up|picnic|library day] this [Sat|Sunday] at {hour} AM, [gloves provided|bring the kids|free for everyone]
[spot|perpetual] [deposits, withdrawals and trading|markets] for {cashtag} are now [live|officially live|open] on [our exchange|the app|{ticker}], [trade at|see] https://app.{ticker}exchange.com
new [feature|setting|release]: you can now [view your entry price before you confirm|set a default for orders|send money by QR code|export your history]. [On web and app|Customise it in the settings|Tell us what you think].
[USDC|The stablecoin|Dollars onchain] [on our network|in Europe] [hit a weekly volume record of \${n}M|are used by {n} merchants], [which shows that payments are growing|highlighting cross-border use]
[our protocol|the treasury|the company] [grew revenue to \${n}M|cut costs by {n}%|bought {n} BTC] in [2025|the last quarter], [full report here|details in the filing|source: quarterly statement]
[join us|tune in|come] for a [founders chat|panel|workshop|community call] with @{handle} and @{handle} on [stablecoins and privacy|scaling|art on the blockchain], [today at {hour}:00|live on the channel|set a reminder]
[the fellowship|our accelerator|the grants programme|startup battlefield]: applications are [open|closing friday], [three months of support, mentors and a demo day|no equity taken|tell a founder you know], apply at https://airtable.com/app{n}
[tickets|passes|early bird tickets] for [the summit|our conference|Bitcoin week] [are on sale|go up in price on Monday], [see the speakers|save {n}% as a student|programme online] https://bit.ly/3K{n}
[free|a free] [introduction to|workshop on|course about] [bitcoin|programming|security] [in English and Spanish|for beginners] on [my website|our channel|the library site], [everyone is welcome|no registration]
[thank you|thanks a lot|grateful] @{handle} [and @{handle}|] for [collecting my piece|buying my print|the support], [it means the world|on to the next one|sold out now]
[congrats|congratulations] to [these creators|our community artists|all finalists]: @{handle} @{handle} @{handle} [great shots|share of the week|well deserved]
[step 2|7/|after the auction ends|how it works]: [return to the page and click "Claim"|register your agent with the contract|connect your wallet to see your balance], [unspent funds are returned|the docs explain the rest|claims never expire]
[scam alert|red flag #4|reminder|PSA]: ["send 1, get 2" giveaways|deepfakes of famous founders|fake support accounts|people who offer to recover your funds] are [always scams|how people lose everything], [never share your keys|report them|we will never DM you]
[validators|miners|nodes] [stake tokens to secure the network|earn fees|upgrade on Monday], [here is how it works|a thread|version 2.0.1 is required]
[the livery|the new car|our squad|the line-up] for [2026|the season] is [here|revealed|confirmed] #F1 [thoughts?|designed in Silverstone|live on the channel at {hour}]
[stream|watch|listen] live on [YouTube and Twitch|ESPN|our channel] [tonight|at {hour} ET|friday], [call in toll free +1 844 944 {n}|replay tomorrow|with @{handle}]
[survey|our yearly developer survey|the poll] is [live|open], [take five minutes|your answers shape the roadmap|results in March] https://survey.{ticker}lang.org
`;
