/** Hand-written bait of the kinds a coin economy attracts, in the languages the product speaks to. */
export const SCAM_TEMPLATES: string = `
{e} [Get|Grab|Claim|Win] {n} [free|FREE] {coins} {urgency} [at|from|here:] {link} {e}
FREE {coins}!! [just|simply|] [go to|visit|check|search] {link} {e}
[I got|just got|I received|i made] {n} {coins} [for free|free|without paying] [at|from|on|using] {link}, [it works|it really works|no joke|100% legit|legit no scam]
{coins} generator [2024|2025|working|no human verification|] {e} {link}
[unlimited|infinite] {coins} [hack|glitch|generator|cheat|mod apk] [works|working] {urgency} {link}
How to get [unlimited|free] {coins} in {game}: [open|go to|visit] {link} and [enter your username|log in|type your id|verify]
who wants [free|] {coins}? {contact} {e}
[Giving away|I'm giving|giveaway:] {n} {coins} to [everyone who|the first {n} people who|all who] [follow me|follow|DM me|comment|subscribe] [and share|] {e} {link}
[Congratulations|Congrats|CONGRATULATIONS]! You [have been|were|are] [selected|chosen|picked] [to win|as a winner of|for] [a|] {prize}. [Claim|Get] it [at|here|now] {link}
You won [a|the] {gc}! [Claim|Redeem] [it|] {urgency}: {link}
[Dear|Hello] [user|winner|customer|creator|friend], your account [has won|won] {n} {coins}. [Reply with|Send|Confirm] your [password|login|account details|code] to [claim|receive] {e}
[Free|FREE] {gc} {e} [limited|only {n} left|today only] {link}
[Complete|Do] [a short|this|a quick] survey [and get|to win|for] {gc} {link}
Selling [cheap|cheapest|] {coins} {e} [{n} for {usd}|50% off|half price|best price] {contact}
[cheap|cheapest] {coins} [for sale|here|seller] , [paypal|cashapp|crypto|gift cards] accepted, {contact}
buy {coins} [cheaper|70% cheaper|at half price] than [in the app|official|in store] [here|from me|at {link}] {contact}
I sell {coins} [safe and fast|instant delivery|trusted seller|no ban] {contact}
recharge {coins} [cheap|with discount] {contact} [trusted|100% safe|10 years|] {e}
[Top up|Topup|Recharge] {game} {coins} [cheap|60% off|discount] {link}
[Hello|Hi|Attention|Notice], [this is|I am|we are] [the|] {platform} [support|security|official|moderation|verification] [team|staff|department]. Your account [will be|is|has been] [suspended|blocked|deleted|limited|restricted] [in 24 hours|today|soon|]. [Verify|Confirm|Appeal] [here|at|now:] {link}
[official|admin|staff|moderator] here, [send|give|tell] me your [password|login code|verification code|login and password|email and password] [to keep your account|or you get banned|to get verified|for a check|to receive your coins]
We [detected|noticed] [unusual|suspicious] [activity|login] on your {platform} account. [Confirm|Verify|Secure] your [identity|account|password] [at|here] {link}
your [live|account|video|page] [violates|violated] [copyright|our rules|community guidelines], [fill|submit] the [form|appeal] {urgency} {link} or your account [will be deleted|gets removed]
[Verify your account|Get verified|Blue badge] [now|here] {link} [and enter|with] your [password|login|phone and code]
I work for {platform}, [give|send] me the code [you just received|from the SMS] and I'll [add|send|credit] {n} {coins}
log in [here|at] {link} [with your {platform} account|] to [receive|get|double] your {coins}
[send|gift] me {n} coins and I [send|will send|give] [back double|{n} back|you double|2x back|triple] [instantly|trust me|legit|] {e}
[double|2x|triple] your {coins} [send|trade] to @{handle} and get back [twice|double] {urgency}
Your [package|parcel] [is|was] [held|waiting|on hold], pay [the fee|{usd}|customs] [here|at] {link}
[Earn|Make|Earning] {usd} [a day|daily|per week|weekly|every day] [from home|with your phone|online] {e} {contact}
I [earn|make|made|was making] {usd} [in a week|daily|per day|every week] [thanks to|with the help of|by trading with] {person}, {contact}
{job}: [earn|salary|get] {usd} [per day|a day|weekly], no experience [needed|required], {contact}
[Hiring|We are hiring|Recruiting] {n} people for [a|an|] {job}, [daily pay|paid daily] {usd} {contact}
[Invest|Start with] {usd} and [get|earn|receive] {usd} [in 24 hours|within 2 days|weekly|in 7 days] [guaranteed|no risk|] {e} {contact}
[Join|Join my|Join our] [VIP|free|] [signals|trading|crypto|betting|tips] [group|channel] {link} [100% win|95% accuracy|daily profit|] {e}
[Lost|lose] money to a [scam|broker|fake trader]? {person} [can recover it|got mine back|recovered all my funds|helped me recover], {contact}
my account was hacked and @{handle} [recovered|got|restored] it [in minutes|for me|back], [contact him|best hacker|he is the best] {contact}
{e} AIRDROP [live|is live|now live]: [claim|connect your wallet and claim] {n} [USDT|ETH|SOL|$TOKEN|tokens] [at|on] {link} {urgency}
[connect|verify|validate|sync] your wallet [at|on|here] {link} to [claim|receive|unlock] [rewards|the airdrop|your tokens|bonus]
[send|enter|share] your [seed phrase|recovery phrase|private key] [to|at] [support|{link}] [to fix|to restore|for validation]
[Follow|Follow + RT|Like, RT & follow], [drop|comment] your [wallet|SOL address|ETH wallet] {e} [{n} winners|giving {usd}|{usd} giveaway] [ends in 24h|in 48 hrs|]
$[PEPE2|MOONX|DOGGO|WAGMI] [presale|launch] is live [100x|1000x|next 100x gem|don't miss] {link} {e}
[hot|lonely|cute|sexy] [girls|single girl|girl] [near you|waiting|wants to chat|live on cam] {e} {link}
[see|watch|want] my [private|hot|18+] [photos|pics|videos|content] {e} [click|link|tap] [here|my profile|my bio|{link}]
[want to|wanna] [meet|chat|have fun]? [I'm online|come to|see my profile] {link} {e}
[Check out|check|visit|come to|subscribe to|please sub to] my [channel|new video|page|profile|music] [please|guys|and subscribe|I sub back|] {e}
[sub to me and i'll sub back|sub4sub anyone|f4f|follow for follow|like for like] {e}
[guys|please|hey] [go|check out] {link} [and vote for me|my new track|best beats|and subscribe|thumbs up so everyone sees]
[get|buy|boost|] [real|cheap|] [followers|likes|views|subscribers] [cheap|instantly|fast|{usd}] {link}
[FREE|Free] [entry|msg]: [txt|text|reply] [WIN|YES|CLAIM] to [80086|88222|60333] [to win|for a chance to win] {usd} [T&Cs apply|18+|std rate]
URGENT! [you have|your mobile number has] won a {usd} prize. [Call|Ring] 0906{n}4411 [to claim|now]. [Valid 12hrs only|18+]
[Loan|Need a loan|Bad credit? Loan] [up to|of] {usd}, [no checks|low interest|instant approval] {contact}
[play|bet|try] at {link} [and get|with] [{n} free spins|100% bonus|welcome bonus {usd}|no deposit bonus] {e}
[best|new|trusted] [casino|slots|betting site] {link} {e} [I won|won] {usd} [yesterday|today]
[Cheap|Buy] [viagra|meds|pills|weight loss tea] [online|no prescription] {link}
[бесплатные|получи бесплатно|забирай|раздаю|дарю] {n} {monety} {e} {ruContact}
[раздача|халява|бесплатно]!!! {n} {monety} [каждому|первым {n}|всем кто подпишется|за подписку] {link}
[генератор|взлом|накрутка|чит на] {monety} [без верификации|рабочий|работает|2025] {link}
[продам|продаю|дешево продам|куплю и продам] {monety} [дешево|в 2 раза дешевле|ниже рынка|с гарантией], {ruContact}
[пополнение|донат|закуп] {monety} [дешевле чем в игре|со скидкой 50%|дёшево] {ruContact}
[Поздравляем|Поздравляю]! [Вы выиграли|Вам начислено|Вы стали победителем] {rub} {e} [Заберите|получите] [приз|выплату] {link}
[это|я|здравствуйте, это] [администратор|служба поддержки|техподдержка|модератор] {platform}, [пришлите|назовите|скиньте] [код из смс|пароль|логин и пароль|данные карты] [иначе блокировка|для проверки|для получения {monety}]
[ваш аккаунт|ваша карта|ваша страница] [будет заблокирован|заблокирована|будет удалена] [через 24 часа|сегодня], [подтвердите данные|войдите|пройдите проверку] {link}
[Набираю|Набор|Ищу|Требуются] [людей|партнёров|сотрудников|ребят] [в команду|на удалёнку|для работы онлайн], [доход|заработок|от] {rub} [в день|в неделю], [обучение бесплатно|опыт не нужен|18+] {ruContact}
[Заработок|Доход|Подработка] [от|до] {rub} [в день|в месяц|в неделю] [с телефона|без вложений|на удалёнке] {e} {ruContact}
[Хочешь|Хотите] [зарабатывать|получать|заработать] {rub} [в день|не выходя из дома|на крипте]? {ruContact}
[инвестируй|вложи] {rub} и получи {rub} [за неделю|через сутки|гарантированно] {ruContact}
[слив|горячие|интимные] [фото|видео] [девушек|моих подруг|знаменитостей] {e} {link}
[познакомлюсь|хочу познакомиться|скучно одной|ищу мужчину], [мои фото|пиши|жду] {link} {ruContact}
[казино|ставки|слоты] {e} [бонус|фриспины|промокод] {rub} [за регистрацию|без депозита] {link}
[прогнозы|сигналы|ставки] [на спорт|с проходимостью 95%|бесплатно] [в нашем канале|тут|подпишись] {link}
[займ|кредит|деньги в долг] [без отказа|за 5 минут|с плохой кредитной историей] {link}
[отправь|пришли|задонать] {n} {monety} [верну вдвойне|верну x2|и получишь в 2 раза больше] [честно|проверено|]
[подпишись|подпишитесь|зайди] на мой [канал|профиль] {e} [взаимно|там раздача|ссылка в профиле]
[dapatkan|ambil|klaim] {n} {koin} [gratis|tanpa bayar] [sekarang|hari ini|buruan] {e} {idContact}
[jual|jasa|ready] {koin} [murah|termurah|aman|legal|proses cepat] {e} {idContact}
[generator|cheat|hack|mod apk] {koin} [tanpa verifikasi|work|terbaru|unlimited] {link}
[top up|topup|isi] {koin} [murah|diskon|legal] {idContact}
selamat! [anda|akun anda|nomor anda] [memenangkan|mendapat|terpilih] [hadiah|undian|bonus] {idr} {e} [klik|klaim di|hubungi] {link}
[kami dari|saya admin|ini tim] [pihak|resmi|support] {platform}, [kirim|berikan|sebutkan] [kode OTP|kata sandi|password|kode verifikasi] [agar akun tidak diblokir|untuk verifikasi|untuk klaim hadiah]
[akun|rekening] anda akan [diblokir|dihapus|dinonaktifkan], [verifikasi|login|konfirmasi] di {link}
[main|coba|gas|gasken|daftar] di {brand} [gampang menang|gacor|jp terus|maxwin|pasti cair] {e}
{brand} [emang|selalu|lagi] [gacor|gampang jp|paling hoki|kasih maxwin|bikin cuan] [bang|gais|terus|] {e}
[baru|tadi|semalam] [depo|main|modal] {idr} [di|lewat] {brand} [langsung|udah] [wd|jp|cair|cuan] {idr} {e}
[makasih|terima kasih|syukur] {brand}, [hutang lunas|bisa beli motor|cuan terus|rezeki lancar] {e}
[rekomendasi|situs] [slot|judi|togel] [terpercaya|gacor|terbaik] {brand} [bonus new member|rtp tinggi|] {idContact}
[semua|temen gue|orang-orang] [pada|lagi] [main|bahas|pindah ke] {brand} [coba deh|ketik aja di google|seru parah|cek aja] {e}
[kerja|lowongan|loker] [online|dari rumah|sampingan] [gaji|penghasilan] {idr} [per hari|sehari|seminggu] {idContact}
[pinjaman|dana] [cepat|tanpa jaminan|cair 5 menit] {idContact}
[Gana|Consigue|Obtén|Reclama] {n} {monedas} gratis [ahora|hoy|aquí] {e} {link}
[vendo|venta de] {monedas} [baratas|al mejor precio|seguro y rápido] [escríbeme|mándame mensaje|whatsapp +34 600 000 000|por privado]
[generador|truco|hack] de {monedas} [ilimitadas|sin verificación|funciona] {link}
¡Felicidades! [Has ganado|Fuiste seleccionado para] [un|una] {prize}, [reclama|entra] [aquí|ya] {link}
[Somos|Soy] [el soporte|del equipo oficial|administrador] de {platform}, [envía|confirma] tu [contraseña|código|cuenta] [o será suspendida|para verificar|para recibir tus monedas]
[Gana|Ganar] {usd} [al día|diarios|por semana] [desde casa|desde tu celular] [escríbeme|info por privado|link en mi perfil]
tu cuenta será [suspendida|bloqueada], [verifica|inicia sesión] en {link}
[Ganhe|Pegue|Resgate] {n} {moedas} [grátis|agora|hoje] {e} {link}
[vendo|vendendo] {moedas} [barato|mais barato que no app|entrega rápida] [chama no zap|me chama|chama no direct|pv]
[gerador|hack] de {moedas} [infinitas|sem verificação|funcionando] {link}
Parabéns! Você [ganhou|foi sorteado para] [um|] {prize} {e} [resgate|clique] {link}
[sou do suporte|equipe oficial] do {platform}, [mande|confirme] sua [senha|conta|código] [para não ser banido|para verificar]
[ganhe|renda extra de] {usd} [por dia|por semana] [em casa|pelo celular], [chama no whatsapp|link na bio] {e}
[Hol dir|Sichere dir|Jetzt] {n} [kostenlose|gratis] {muenzen} [hier|heute|sofort] {e} {link}
[verkaufe|billige|günstige] {muenzen} [zum halben Preis|sicher und schnell|unter Marktpreis], [schreib mir|PN an mich|Nachricht an @{handle}|WhatsApp +49 155 5000000]
{muenzen} [Generator|Hack] [ohne Verifizierung|unbegrenzt|funktioniert] {link}
[Herzlichen Glückwunsch|Glückwunsch]! Du hast [ein|] {prize} gewonnen, [hol es dir|bestätige deine Daten] [hier|unter] {link}
[Hier ist|Wir sind] der [Support|Kundenservice|Sicherheitsdienst] von {platform}: [schick uns|bestätige] dein [Passwort|Code|Konto], [sonst wird dein Konto gesperrt|um die Sperre aufzuheben] {link}
[Verdiene|Nebenjob:] {usd} [am Tag|pro Woche] [von zu Hause|mit dem Handy], [schreib mir|Link im Profil]
dein Konto wird [gesperrt|gelöscht], [melde dich hier an|bestätige dich hier] {link}
[Gagne|Obtiens|Récupère] {n} {pieces} [gratuites|gratuitement|maintenant] {e} {link}
[je vends|vends] des {pieces} [pas cher|moins cher que sur l'appli] [écris-moi|en privé|mp moi|contactez-moi sur whatsapp]
Félicitations ! Vous avez [gagné|été sélectionné pour] [un|] {prize}, [cliquez|réclamez] ici {link}
[support|équipe officielle] {platform} : [envoyez|confirmez] votre [mot de passe|code|compte] [sinon il sera supprimé|pour vérification]
[gagnez|touchez] {usd} par [jour|semaine] [à la maison|avec votre téléphone], [contactez-moi|lien en bio]
[bedava|ücretsiz] {n} {jeton} [kazan|al|hemen] {e} {link}
[ucuz|uygun fiyata] {jeton} satılır [dm|yaz|whatsapptan ulaş] {e}
{jeton} hilesi [çalışıyor|sınırsız|2025] {link}
Tebrikler! [Kazandınız|Çekilişi kazandın] {prize}, [tıkla|hemen al] {link}
[darmowe|zgarnij] {n} [monet|diamentów|robuxów] [teraz|za darmo] {link}
[miễn phí|nhận ngay] {n} xu [kim cương|robux] [tại|vào] {link}
[monete|diamanti|robux] [gratis|gratuiti] [subito|qui] {link} {e}
[claim|get] ur {coins} [b4 they fix it|its free|no ban] {link}
[follow|add|find] me on [instagram|twitter|facebook|snapchat|tiktok] [@{handle}|: {handle}|please|i follow back]
[listen to|check out|please watch|have a look at] my [new song|cover|remix|music video|beats|first video|covers] [on my channel|you won't regret it|and leave a like|tell me what you think] [please|thanks|]
[I make|I do|we make|i upload] [gaming|minecraft|music|comedy|vlog|makeup] videos [on my channel|every day], [come check me out|help me grow|support me|please subscribe|give me a chance]
[help me|i want to|trying to] [reach|get to|hit] {n} [subs|subscribers|followers] [please|by tomorrow|thank you]
[like this comment|thumbs up] [if you|so everyone can see|for no reason] [agree|love him|are watching] [and subscribe to me|check my page|]
[please|] [donate|help|support] [to|] [my little brother|my surgery|us] [https://gofund.example.com/help|paypal {handle}@gmail.com|bitcoin 1FHeNqx1twqM15PTAyieJNEAL]
[https://www.facebook.com/pages/{handle}/7755106|http://www.twitch.tv/{handle}|https://soundcloud.com/{handle}/track|http://instagram.com/{handle}|https://play.google.com/store/apps/details?id=com.{handle}|http://ref.{site}/?r=5242575|https://{site}]
[check out|look at] this [video|playlist|app|page|website] [on youtube|:|] {link}
[vote for me|please vote] [at|here] {link} [it takes 2 seconds|thanks so much|we could win]
[sign up|register] [with my link|through my code|using code {n}ABC] [and we both get|to get] {usd} {link}
Call [09061{n}4411|0871 872 {n}|+44 7797 706{n}] [now|] [to claim|and get|for] [your|] [free ringtone|bonus|prize|{prize}|holiday] [cost 150p/min|18+|T&Cs|std rate]
[txt|text|reply] [TONE|GAME|YES|STOP|LOVE] to 8{n}7 [for|to get|2 get] [your free|the latest|a new] [ringtone|game|wallpaper|match] [150p/wk|std txt rate|]
[Your|Ur] [account|mobile|phone|credit] [balance|upgrade|statement] [is|shows] {usd} [unredeemed|expires today|ready]. [Call|Reply] [0871{n}99|YES] [to claim|to collect]
[dating|adult|chat] service: [someone|a friend|she] [likes you|wants to meet you|sent you a secret message], [call|txt|visit] 0906{n} [18+|150p/msg]
[скидки|распродажа|акция] до [50%|70%] [на сковороды|на обувь|на мебель|по промокоду SALE] [только сегодня|до 31.03|торопитесь] {link}
[лицензионное|новейшее] программное обеспечение [по низким ценам|со скидкой 80%|для вашего бизнеса], [скачайте|закажите|нажмите здесь]
[снизьте|рефинансируйте] [ипотеку|кредит|ставку по ипотеке] [до 3.5%|без проверки кредитной истории], [заполните форму|нажмите здесь|ответим за 24 часа]
[наша|лицензированная] онлайн аптека: [виагра|таблетки для похудения|лекарства без рецепта] [доставка по всему миру|анонимно|дёшево] [нажмите ссылку|закажите сейчас]
[уважаемый|дорогой] [друг|господин|сэр], я [адвокат|вдова|директор банка], [мне нужна ваша помощь|прошу конфиденциально] перевести [{usd}|20 миллионов долларов] на ваш счёт
[чтобы отписаться|если вы не хотите получать] [эти письма|рассылку], [нажмите здесь|ответьте на письмо]; [специальное предложение|выгодное предложение] для вас
[увеличьте|продвижение] [продажи|сайта|трафик|подписчиков] [вашего бизнеса|в поисковых системах|в топ] [недорого|с гарантией] {ruContact}
[работайте|начните свой бизнес] [дома|в интернете] и [зарабатывайте|получайте] {rub} [в неделю|каждый день], [бесплатная информация|пробный период] {link}
[продаю|куплю|оформлю] [карты|дебетовые карты|аккаунты|симкарты] [дорого|под любые цели|без паспорта] {ruContact}
[реклама|прайс|продвижение] в [нашем канале|группе|сообществе]: {rub} [за пост|сутки], {ruContact}
[требуется|ищу] [курьер|модель|девушка 18+|помощник] [с ежедневной оплатой|оплата сразу|оплата] {rub} {ruContact}
[sejak|semenjak] [kenal|main|gabung] {brand} [hidup jadi tenang|dompet aman|rezeki ngalir] {e}
[nonton|lihat] video ini sambil [buka|main|spin] {brand} [makin seru|auto cuan|mantap] {e}
[salam|sukses selalu|semangat terus bang], [dari|salam dari] {brand} {e}
[thanks to|since I joined|I won with] {brand} [my life changed|every day jackpot|cashed out {usd}] {e}
{coins}_free_{n}
Official {platform} Support
{platform} Giveaways {e}
FREE {coins} in bio
cheap {coins} seller {e} dm
[CLAIM|GET] {coins} {link}
{platform}_Admin_Team
[Hi|Hey] [dear|beautiful|handsome|friend], [I saw your profile|can we be friends|I want to tell you something important], [text me|write me] on [telegram|whatsapp|hangouts] {contact}
I am [Mr|Mrs|Barrister|Dr] [Usman Bello|John Adams|Grace Cole], [I have|regarding] [a fund of|an inheritance of] {usd} [to transfer|for you], reply [urgently|with your details]
[I need|please] [help|urgent help], send [gift cards|{gc}|coins] and I will pay you back [tomorrow|double], [don't tell anyone|this is my new number]
[gift cards|{gc}] [for half price|cheap|-60%] {contact} [instant|legit]
rate my live and get {n} coins {link}
[last|final] [warning|notice]: [your|] coins [expire|will expire] today, [log in|restore them|confirm] [at|here] {link}
[become|want to be] a [verified creator|ambassador|model]? [pay only|registration] {usd} {contact}
`;
