/** Hand-written honest texts that share their words with scams: warnings, questions, complaints, thanks, small talk. */
export const HONEST_TEMPLATES: string = `
[be careful|careful guys|beware|watch out], [{link} is|this site is|those "free {coins}" sites are|@{handle} is] a scam
[don't|do not|never] [click|open|trust] [that link|links in comments|{link}|any free {coins} link], [it's|they are] [phishing|fake|a scam|stealing accounts]
there [is no such thing as|are no] free {coins}, [it's always|they are all] [a scam|fake|phishing]
[someone|a guy|@{handle}] [pretending|claiming] to be [support|staff|an admin|{platform} support] asked for my [password|code|login], [reported|I blocked him|please ban|be careful]
[never|don't ever] [give|share|send] your [password|code|seed phrase|login] [to anyone|even if they say they are support], [staff|support|real admins] [will never|never] ask
[warning|PSA|reminder]: [fake|impostor] [accounts|profiles] [of me|with my name|copying me] are [messaging people|asking for coins|offering giveaways], I [never|will never] DM you [for money|first|about prizes]
[reported|i reported] [this|that|the] [scammer|spam bot|fake account] [already|{day}|], [please|you should] report too
I [got|was|have been] scammed [by|on|buying coins from] [@{handle}|{site}|a seller], [lost|they took] {usd}, [don't make my mistake|never again|avoid them]
[so many|all these|the] [bots|spam comments|scam bots] [in the comments|here|under every video] [again|lately|are annoying], [{platform} do something|why does nobody ban them|smh]
[is|was] [this|{site}|that free {coins} thing|the giveaway|@{handle}] [legit|real|a scam|safe]?
[does|did] anyone [know|know if|tried] [{site}|this site|the coin generator] [works|is real|is a scam|]?
[can|could] someone [tell me|explain] [how to get|how do you get|where to buy] {coins} [in the app|without getting scammed|safely|legally]?
how [do I|can I|to] [buy|gift|send|redeem] [coins|a gift card|diamonds] [in the app|on my phone|in {game}|to my friend]?
[why|how come] [did|was] my [purchase|payment|coins|gift] [not arrive|charged twice|disappear|declined]?
I [bought|paid for|purchased] {n} coins {day} and [they never arrived|still nothing|got nothing|I was charged twice], [please help|I want a refund|support doesn't answer|how do I get a refund?]
I want my money back, [the coins|my diamonds|the gift] [never arrived|didn't show up|were not credited] [order|] [#{n}2231|]
[support|customer service] [refused|still hasn't answered|ignored] my refund [request|ticket], [it's been|waiting] {n} days
my [son|daughter|kid|little brother] spent {usd} on [coins|gifts|robux] [without asking|by accident], can I get [a refund|it back]?
my account [was|got] [hacked|stolen] {day}, [someone spent|they spent] all my coins, [what can I do|please help|how do I contact support]?
[thank you|thanks|thank you so much|omg thanks] [for|{creator} for] the [gift|rose|gifts|{n} coins|lion|diamonds|sub] [❤️|🥰|!!|]
[thanks|thank you all] for [the gifts|watching|coming to the live|{n} followers|your support], [see you tomorrow|love you guys|you are the best]
[I won|we won|he won] the [game|match|bet with my brother|raffle at school|tournament], [so happy|finally|omg]
[who|did anyone] won the giveaway {day}? [I missed the stream|was it {creator}?|]
[happy birthday|congratulations|congrats] [{creator}|bro|on your new job|on {n} followers|on the win] [🎉|❤️|!!!|]
[got|I got|my mom gave me] [a gift card|a {gc}|coins] [for my birthday|from my dad|for christmas], [so happy|what should I buy?|finally]
[saving|I'm saving] [my coins|coins] for [the concert|{creator}'s live|the next event|his birthday]
[coins|gifts|prices] [are so expensive|got more expensive|cost too much] [now|in this app|lately], [who can afford that|it was cheaper before|]
the [{thing}] is {good}, [worth every coin|take my coins|I'd gift if I had coins|shut up and take my money]
[free|it's free] [today|on youtube|in the park|entry], [are you coming|let's go|who's in]?
[call me|text me|message me] when you [get home|arrive|are free|wake up], [ok|love you|see you|]
[I'll send|can you send|did you send] [you the money|the link|me the pics|the address] [later|tonight|tomorrow|please|?]
[the link|link] [doesn't work|is broken|is dead|please|?] [{creator}|bro|]
here's the [link|video|article|song]: [https://www.|https://|]{honestSite}
[new video|my new song|new episode] [is out|tomorrow|on friday], [hope you like it|thanks for waiting|so nervous]
[this|that] {thing} is {good} [omg|lol|❤️|😂|😭|🔥|bro|!!|]
[who is|who's|anyone] [watching|listening] [in 2025|in 2024|at 3am|from Brazil|from Germany]?
[what's|whats] the [name of the song|song|game|camera you use]?
[I love|love|i really like] [this|your] {thing} [so much|❤️|😍|!|]
[first|second|early|finally] [😂|lol|!|]
[can't wait|so excited] for [tomorrow|the next live|the stream|part 2]
[where can I|how can I] [watch|listen to|find] the [full video|whole song|second part]?
[bitcoin|btc|eth|crypto] is [down|up|crashing|pumping] [again|today|lol|{n}%], [should have sold|I'm holding|glad I don't own any|here we go]
[the market|bitcoin] [fell|rose] [{n}%|below {n}] [today|after the report|this week], [analysts say|according to Reuters] [investors are cautious|demand is weak]
[he|she|my boss] [earns|makes|gets] {usd} a [week|month], [good for him|crazy|I need a new job]
[looking for|found] a [new job|part-time job|flat], [wish me luck|any tips?|so tired]
[I work|working] from home [today|on fridays], [the kids|my cat] [won't let me|is loud|keeps me company]
the [casino|poker|lottery] [scene|episode|story] in [this|the] {thing} is {good}
the [ad|advert] for [that casino|the betting app|crypto] [before|in the middle of] the video is [so annoying|too loud]
[your|the] [password|code] for the [wifi|door] is on the [fridge|table], [see you|make yourself at home]
[I forgot|forgot] my password, [how do I|where can I] reset it [in the app|]?
[verification|the sms] code [never arrives|doesn't arrive|not coming], [anyone else|same problem]?
[my|our] [order|package|parcel] [arrived|came|is late|has not arrived], [finally|thank you|so slow]
[the sale|black friday] [starts|ends] [tomorrow|on friday] [at the mall|in the shop next door|], [wanna go|need shoes]?
[please|pls] [follow the rules|be nice|stop spamming|no spoilers] [in the chat|in comments|]
[mods|admins|staff], [can you|please] [ban|mute|check] [this guy|@{handle}|the spammer above], [he keeps posting links|he sells coins|he asks for passwords]
[he|she|that account] [sells|offers] [fake|stolen] {coins}, [report|don't buy], your account [gets|will get] banned
[осторожно|внимание|ребята осторожнее|не ведитесь], [это мошенники|это развод|это обман|там фишинг|сайт {site} ворует аккаунты]
[не переходите|не нажимайте|не переходи] по [ссылке|ссылкам|ссылкам в комментах], [это развод|украдут аккаунт|там вирус]
[меня|друга|подругу] [обманули|развели|кинули] на {rub} [в телеграме|при покупке {monety}|на этом сайте], [не повторяйте|будьте осторожны|как вернуть деньги?]
[это правда|это не развод|кто-нибудь пробовал|кто знает], [сайт {site}|раздача {monety}|этот генератор] [работает|нормальный|не обман]?
[никогда|не надо] [не сообщайте|не давайте|сообщать] [код из смс|пароль|данные карты] [никому|даже если пишет поддержка]
[купил|оплатил|заказал] {n} {monety}, [не пришли|деньги списали|ничего не зачислили], [верните деньги|поддержка молчит|что делать?]
[как|где] [вернуть деньги|оформить возврат|написать в поддержку] за [покупку|{monety}|ошибочный платёж]?
[спасибо|спасибо большое|благодарю] за [подарок|розу|{monety}|поддержку|стрим|донат] [❤️|🥰|!|]
[красиво|круто|класс|очень смешно|обалденно|супер] [поёшь|видео|танец|как всегда|😂|❤️|]
[сколько стоит|где купить|подскажите где взять] [такую кофту|этот телефон|билеты|микрофон]?
[привет|добрый день|всем привет], [как дела|кто на стрим|во сколько эфир|что нового]?
[работаю|ищу работу|нашёл работу] [на заводе|программистом|в Москве], [устал|зарплата маленькая|график нормальный]
[позвони|напиши|скинь] [маме|мне вечером|фото с дачи|номер мастера], [пожалуйста|не забудь|спасибо]
[завтра|сегодня] [встреча|тренировка|субботник] в [10:00|18:30|парке], [кто придёт|всех ждём|не опаздывайте]
[hati-hati|awas|waspada|jangan percaya] [penipuan|penipu|akun palsu|{site}], [jangan klik|jangan kasih OTP|itu hoax|sudah banyak korban]
[jangan|tolong jangan] [klik link|kasih kode OTP|percaya] [di komentar|ke siapapun|yang ngaku admin], [itu penipuan|akun bisa dicuri]
[apakah|emang] [ini|situs {site}|koin gratis itu] [beneran|penipuan|aman|asli]? [ada yang pernah coba|takut ketipu|]
[saya|aku] [beli|top up] {n} {koin} [kemarin|tadi] tapi [belum masuk|tidak masuk|saldo terpotong], [mohon refund|tolong dibantu|gimana nih?]
[kena tipu|ketipu] {idr} [gara-gara|sama] [judi online|penjual koin|admin palsu], [jangan ditiru|nyesel|hati-hati ya]
[judi online|slot] itu [bikin miskin|haram|merusak|penipuan], [stop main|jangan coba-coba|kasihan keluarga]
[banyak banget|kenapa banyak] [komen judol|spam judi|bot slot] [di sini|di kolom komentar], [tolong dihapus min|report aja|ganggu]
[makasih|terima kasih] [gift nya|koinnya|kak|bang] [❤️|🙏|sehat selalu|]
[keren|mantap|lucu|kocak|bagus] [bang|banget|videonya|kak] [😂|🔥|👍|]
[lagi|masih] [nonton|makan|di jalan] [sambil|bareng] [hujan|keluarga|temen] [😂|wkwk|]
[harga|berapa harga] [kameranya|bajunya|tiketnya] [berapa|mahal] [bang|kak|]?
[cuidado|ojo|no caigan], [es una estafa|esa página es falsa|{site} roba cuentas|ese perfil es falso]
[no hagan clic|nunca den su contraseña|no compartan el código], [es phishing|los moderadores nunca lo piden]
[¿es real|¿es confiable|¿alguien sabe si es seguro] [{site}|lo de las monedas gratis|este sorteo]?
[compré|pagué] {n} {monedas} y [no llegaron|no me las dieron|me cobraron dos veces], [quiero un reembolso|ayuda por favor]
[gracias|muchas gracias] por [el regalo|las rosas|los diamantes|el apoyo] [❤️|🥰|]
[qué|que] [lindo|buena canción|risa|bonito video] [jaja|❤️|😂|]
[cuidado|atenção|não caiam], [é golpe|esse site é falso|{site} rouba contas|perfil falso]
[não cliquem|nunca passem a senha|não mandem o código], [é golpe|suporte nunca pede]
[isso é verdade|é confiável|alguém já usou] [{site}|essas moedas grátis|esse sorteio]?
[comprei|paguei] {n} {moedas} e [não caiu|não recebi|cobrou duas vezes], [quero reembolso|o que eu faço?]
[obrigado|obrigada|valeu] pelo [presente|apoio|gift] [❤️|🥰|]
[que|muito] [lindo|bom esse vídeo|engraçado|top] [kkkk|❤️|😂|]
[Vorsicht|Achtung|Passt auf], [das ist Betrug|die Seite {site} ist Betrug|falscher Account|Abzocke]
[klickt nicht auf|gebt niemals] [den Link|euer Passwort|den Code weiter], [das ist Phishing|der Support fragt nie danach]
[ist|kennt jemand] [{site}|das mit den kostenlosen Coins|dieses Gewinnspiel] [echt|seriös|Betrug]?
[ich habe|hab] {n} {muenzen} gekauft und [nichts erhalten|doppelt bezahlt|sie sind nicht da], [ich will mein Geld zurück|wie bekomme ich eine Erstattung?]
[danke|vielen Dank] für [das Geschenk|die Rosen|die Coins|den Support] [❤️|🥰|]
[mega|schön|richtig gut|zu lustig] [das Video|gesungen|😂|❤️|]
[attention|méfiez-vous], [c'est une arnaque|ce site est faux|{site} vole les comptes|faux compte]
[ne cliquez pas|ne donnez jamais] [sur ce lien|votre mot de passe|le code], [c'est du phishing|le support ne le demande jamais]
[est-ce que|c'est vrai que] [{site}|ces pièces gratuites|ce concours] [est fiable|est une arnaque|marche]?
[j'ai acheté|j'ai payé] {n} {pieces} et [je n'ai rien reçu|débité deux fois], [je veux un remboursement|que faire ?]
[merci|merci beaucoup] pour [le cadeau|les roses|le soutien] [❤️|🥰|]
[trop beau|j'adore|mdr|génial] [cette vidéo|ta voix|😂|❤️|]
[dikkat|aman dikkat], [bu site dolandırıcı|sahte hesap|şifrenizi vermeyin]
[bu gerçek mi|güvenilir mi], [{site}|bedava jeton] [deneyen var mı|]?
{n} {jeton} aldım [gelmedi|param gitti], iade istiyorum
[teşekkürler|teşekkür ederim] [hediye için|❤️|]
[uwaga|ostrożnie], [to oszustwo|fałszywe konto|nie klikajcie w link]
[lena sings|Marco|cool_cat_22|dancequeen|Ivan|sari.official|mia live|guitar_tom|xx_gamer_xx|Anna K|Юля|Дима|Budi|José M.|moonlight ✨|BTS fan 💜|coach tim|mama of two|DJ Rico|noah2009]
[singer and songwriter|gamer|just a girl who loves dogs|dance teacher|living my best life ✨|mom of 3|photographer from Berlin|17 | Brazil | football|student, coffee addict|live every evening at 8] [❤️|🎸|🎮||] 
business: [booking|contact|hello]@{handle}.com
https://youtu.be/{n}aBcD [best part|this one|at 2:19|lol]
[bitcoin|the fed|{platform}|the company] [announced|reported|launches|says] [a new feature|record results|an update|a partnership] [today|this week], [according to|reports] [Reuters|the CEO|a statement]
[BREAKING|JUST IN|NEWS]: [the president|the minister|police|scientists] [says|confirm|found] [the talks continue|the suspect was arrested|a new planet|taxes will rise]
[{n} million|2 billion|100k] [views|subscribers|likes] [wow|already|congrats|he deserves it|in one day]
[i subscribed|I'm subscribed|subscribed] [since|to you] [2015|years ago|from the first video], [never disappointed|love your content|keep going]
[is your|your] channel [back|gone|monetized]? [missed you|love it|]
[Сообщество|Администрация города|Дорогие друзья], [напоминаем|приглашаем всех|сообщаем], что [в воскресенье|завтра|9 мая] [пройдёт субботник|состоится встреча|откроется выставка] [в парке|в доме культуры|на площади] [вход свободный|ждём всех|]
[суд|полиция|депутаты|учёные] [задержала|приняли|сообщили|доказали] [мошенников|новый закон|о росте цен|важность сна], [пишут|сообщает] [РБК|ТАСС|местные СМИ]
[Дорогие друзья|Братья и сестры|Уважаемые жители]! [Приглашаем|Ждём] всех [на праздник|на концерт|на открытие выставки] [в субботу|27 апреля|в это воскресенье] в {hour}:00. [В программе|Вас ждут]: [конкурсы, чай и песни|мастер-классы для детей|выступление хора и ярмарка]. [Вход свободный|Приходите с детьми|Сбор у главного входа]. [Подробности в группе|Телефон для справок 8 800 555 01 00|]
[Приют для собак|Храм|Наша община|Волонтёры] [обратился|просит|продолжают сбор] [с просьбой о помощи|помочь с уборкой снега|тёплых вещей для фронта]. [Нужны|Будем рады] [руки и лопаты|корм и одеяла|любые запчасти], [пишите в комментариях|звоните Андрею|приносите в субботу]. [Спасибо каждому, кто откликнулся!|Храни вас Бог!|]
[Вчера|8 февраля|В этот день в 1878 году] [родился|отмечается|подписан] [великий учёный|день освобождения|мирный договор]. [Для каждого|Для нас] это [день памяти|важный праздник|повод вспомнить историю], [потому что|ведь] [люди отдали жизнь|он изменил науку|без прошлого нет будущего]. [Посмотрите|Предлагаем посмотреть] [документальный фильм|запись концерта|интервью] [на нашем канале|https://vkvideo.ru/video-22{n}|]
[В городе|В Томской области|На трассе] [полиция|следователи|сотрудники МЧС] [задержали|обнаружили|проводят проверку]: [мошенник|подросток|водитель] [оформил кредит на родителей|перевёл {rub} на чужую карту|получил срок]. [Возбуждено дело|Виновный признался|Деньги вернули владельцу], [сообщает пресс-служба|пишут местные СМИ].
[We are|The community is] [happy|proud] to [announce|invite you to] [our annual meeting|the open day|the new season]. [Doors open|It starts] at {hour}:00, [entry is free|tickets at the door|bring your friends]. [There will be|Enjoy] [music, food and games for kids|talks by our members|a raffle for the school]. [Thank you|Thanks] to [everyone who helped|our volunteers|all who donated].
[мой|у меня] [старый|новый] [телефон|ноутбук|роутер] [тормозит|работает отлично|сломался], [что посоветуете|купил другой|отнёс в ремонт]
[pak|bang|kang|mas] [dedi|inoen|panji|lord] [videonya|kontennya|masakannya] [mantap|lucu|bikin lapar|keren] [😂|🔥|wkwk|]
[udah|baru] [subscribe|nonton] [dari|sejak] [dulu|2019|awal], [semangat terus|sehat selalu] bang
[new here|hi everyone|good morning|gn all|brb|back from work|afk|lol same]
`;
