/**
 * The topics a scan recognises in any of its languages, each with the words for it. They are what carries from one
 * language and one kind of scam to the next: "free" and "бесплатно" are the same evidence. A word that ends in * stands for
 * all that begin so; words joined by _ stand one after the other. Order and names are part of the trained model.
 */
export const TOPIC_WORDS = {
  free:
    'free freebie* gratis бесплатн* даром халяв* cuma-cuma kostenlos* umsonst gratuit* gratuito grátis gratuita ücretsiz ' +
    'bedava darmow* miễn_phí मुफ्त مجاني مجانا no_cost бонус* bonus* bonos ' +
    '免费 無料 白送 무료* 공짜* ฟรี',
  coins:
    'coin coins koin koinnya diamond diamonds diamon gems robux vbucks v-bucks nitro skin skins credits tokens uc cp ' +
    'монет* монеток алмаз* гем* робукс* голд скин* moedas monedas münzen munzen jetons pièces jeton elmas altın lingot* ' +
    'gift_card gift_cards giftcard* giftcode voucher* kupon vale_regalo gutschein* подарочн* сертификат* diamantes ' +
    'pièces_gratuites xu kim_cương points poin stars звезд* звёзд* premium премиум mobile_legends ' +
    '金币 钻石 点券 金貨 코인* 다이아*',
  generator:
    'generator* генератор* generador gerador hack hacks hacked_version cheat cheats cheat_code взлом* чит читы читов накрутк* ' +
    'накрут* unlimited безлимит* glitch exploit script mod_apk apk premium_apk crack cracked взломан* hile hilesi dupe ' +
    'method trick triche truco bug unbegrenzt* ilimitad* illimité sınırsız tanpa_batas boost буст* inject injector ' +
    '破解 外挂 刷币 해킹* 핵툴',
  prize:
    'win winner winners won prize prizes award awarded jackpot lottery raffle sweepstake* giveaway giveaways give_away ' +
    'reward rewards claim claims selected chosen lucky congratulations congrats congratulation draw выигр* приз призы призов ' +
    'розыгрыш* розыгрыше подарок подарки подарка лотере* поздравля* победител* hadiah menang pemenang undian selamat ' +
    'premio premios ganador* ganaste sorteo* felicidades prêmio ganhou ganhador parabéns gewonnen gewinn* gewinner verlosung ' +
    'gagné gagnant* cadeau* concours félicitations ödül kazandın* kazanan çekiliş tebrikler hediye nagroda wygra* konkurs ' +
    'airdrop airdrops аирдроп* дроп drop whitelist allowlist entry ' +
    '中奖 奖品 大奖 恭喜 抽奖 当選 抽選 景品 당첨* 이벤트 경품*',
  money:
    'money cash dollar dollars usd eur gbp pound pounds euro euros рубл* руб доллар* бакс* деньг* денег грн евро тенге rupiah ' +
    'idr rp uang duit juta ribu dinero plata dinheiro reais geld argent para lira pieniądze pln paypal cashapp venmo zelle ' +
    'gopay dana ovo qris pix bizum million millions миллион* тысяч* billion payout withdraw* withdrawal вывод выплат* wd ' +
    'pencairan saldo balance pago pagos zahlung auszahlung paiement ' +
    '现金 提现 红包 美元 円 현금* 입금* 환전*',
  earn:
    'earn earned earning earnings income salary profit profits profitable passive make_money weekly daily_income payday ' +
    'заработ* зарабат* доход* прибыл* зарплат* подработ* оплата penghasilan cuan untung gajian gaji profit ganar ganancia* ' +
    'ingresos ganhar lucro renda verdienen verdienst gagner revenu* kazanç kazan para_kazan zarab* dochód zarobek returns ' +
    'roi apr apy financial_freedom financially rich wealth ricos богат* kaya sultan ' +
    '赚钱 收入 副業 稼ぐ 収入 수익* 돈벌*',
  job:
    'job jobs hiring vacancy vacancies recruit* part_time part-time remote work_from_home from_home online_job employment ' +
    'ваканс* удаленн* удалённ* дистанционн* набор набира* сотрудник* партнер* партнёр* обучени* обуча* стажиров* работ* ' +
    'команд* занятост* график* lowongan kerja loker trabajo empleo emprego vaga arbeit job_offer heimarbeit emploi iş_ilanı ' +
    'praca applicants no_experience без_опыта опыт* опыта training mentor ' +
    '兼职 招聘 在宅 求人 알바* 부업*',
  invest:
    'invest* investment investor* trading trader traders trade forex broker signals signal capital mining miner staking ' +
    'stake pump presale pre-sale ico yield portfolio инвест* трейд* сигнал* бирж* арбитраж* вложен* майнинг* investasi ' +
    'inversión inversiones investimento* anlage investissement yatırım market_cap 100x 1000x 10x moon mooning bullish gains ' +
    'recover recovery expert account_manager manager ' +
    '投资 理财 炒股 投資 투자*',
  crypto:
    'crypto cryptocurrency bitcoin btc eth ethereum sol solana usdt usdc bnb xrp doge dogecoin token tokens nft nfts mint ' +
    'minted minting wallet wallets defi web3 blockchain coinbase binance metamask trustwallet memecoin memecoins altcoin* ' +
    'binance bybit okx mexc ledger крипт* биткоин* биткойн* эфир юсдт usdt кошел* токен* блокчейн* kripto dompet ' +
    'criptomoneda* criptomoedas krypto* ticker contract_address ca deploy chain pepe shiba bonk airdropped dex onchain vault',
  gamble:
    'casino casinos slot slots slotnya gacor jp jepe jeipe maxwin scatter scater depo deposit withdraw bet bets betting ' +
    'odds bookmaker poker roulette baccarat togel toto judi taruhan situs bandar zeus olympus mahjong jackpot jackpotnya ' +
    'казино ставк* ставим букмекер* слот слоты слотов рулетк* покер* прогноз* тотал* коэффициент* депозит* фриспин* apuesta* ' +
    'apostas aposta wetten wette paris_sportifs bahis casino slotlar kumar zakłady rtp spin spins freespin freespins petir ' +
    'wede hoki menyala gasken gaskeun cuan modal receh sultan ' +
    '博彩 赌场 下注 彩票 赌博 賭博 카지노* 토토* 바카라* 슬롯*',
  adult:
    'sex sexy nude nudes naked porn escort onlyfans hot_girl* horny dating hookup girls 18+ 18 интим* секс* порно* голы* ' +
    'обнажен* слив сливы эскорт* проститут* девушк* познаком* знакомств* нюдс* раздет* bokep vcs sange sexo desnuda* nudez ' +
    'nackt sexe nue çıplak randka singles lonely webcam chat_with mature babe babes hotties flirt date ' +
    '约炮 裸聊 色情 성인* 야동*',
  pharma:
    'viagra cialis pills pill pharmacy medication drugs drug weight loss cbd meds doctor cure виагр* сиалис* аптек* таблетк* ' +
    'лекарств* похуд* здоров* препарат* рецепт* obat pelangsing medicamento* remédio tabletten médicament* ilaç herbal spell ' +
    'herpes healed tobacco vape сигарет* насва* мефедрон* закладк*',
  loan:
    'loan loans credit mortgage debt lender refinance payday consolidat* кредит* займ* ипотек* долг* ссуд* банкрот* микрозайм* ' +
    'pinjaman pinjol kredit préstamo* empréstimo* darlehen prêt kredi pożyczka insurance страхов* asuransi card_number ' +
    'обналич* дебетов* карт* карта ' +
    '贷款 借款 融資 대출*',
  sell:
    'sell selling sale sales buy cheap cheaper cheapest discount discounts offer offers price prices order shop store deal ' +
    'deals promo promocode coupon wholesale reseller top-up topup top_up refill stock shipping delivery продам продаю прода* ' +
    'купи* покупк* скидк* акци* цен* заказ* магазин* доставк* дешев* дешёв* недорог* распродаж* оптом прайс* услуг* jual beli ' +
    'murah harga promo diskon order pesan vende vendo venta comprar barato* oferta* descuento* desconto verkaufe kaufen ' +
    'billig* rabatt* angebot* vends acheter pas_cher remise satılık ucuz fiyat indirim sprzedam tanio kup followers ' +
    'подписчик* реклам* advert* ads лайк* лицензи* лицензионн* software ' +
    '出售 低价 便宜 优惠 代充 販売 割引 格安 판매* 할인* 팝니다',
  urgency:
    'now today hurry urgent urgently immediately limited last_chance expires expire expiring ends tonight only_today asap ' +
    'instant instantly quick quickly fast before_it miss_out spots slots_left left_only 24h 24hrs ' +
    'hours minutes сейчас сегодня срочно быстро успей* успеть скорее торопи* немедленн* осталось последн* ограничен* мест* ' +
    'только_сегодня sekarang buruan segera cepat terbatas hari_ini sebelum ahora hoy rápido urgente últim* agora hoje ' +
    'jetzt heute sofort schnell begrenzt maintenant vite limité* hemen şimdi bugün acil teraz dziś final reminder notice ' +
    '马上 立即 赶快 限时 今すぐ 急ぎ 지금* 즉시*',
  act:
    'click visit join register registration sign_up signup subscribe check_out checkout check download install open tap ' +
    'enter submit apply go_to goto access get_yours grab try link links website site page channel channels profile bio ' +
    'нажми* жми жмите переход* перейди* ссылк* подпиш* подписк* регистр* зарегистр* вступай* скачай* скачат* заходи* ' +
    'канал* сайт* сайте профил* бот боте боту установи* klik kunjungi gabung daftar daftarkan link linknya situs cek cobain ' +
    'coba ketik cari di_google haz_clic clic entra regístrate únete visita descarga enlace clique acesse cadastre inscreva ' +
    'entre baixe klick klicke registrier* besuche melde anmelden cliquez rejoign* inscri* visitez télécharge* tıkla katıl ' +
    'kayıt indir giriş kliknij dołącz zarejestruj wejdź type search ' +
    '点击 链接 注册 下载 登録 클릭* 링크* 가입*',
  contact:
    'dm dms inbox pm whatsapp whats_app wa telegram telegramm tg telegam line_id kik snap snapchat text_me msg_me message_me ' +
    'contact contact_me reach_out hmu add_me call txt text reply send write_me email mail phone mobile number ' +
    'пиши* напиши* написа* личк* лс телеграм* тг ватсап* вотсап* звони* связ* контакт* обраща* отпиш* сообщени* вайбер* ' +
    'hubungi japri chat kontak nomor escríbeme escribe escríbanme mándame mensaje contacta chama chame manda_mensagem ' +
    'fale_comigo schreib* melde_dich nachricht kontaktier* écris* contactez message_privé yaz mesaj ulaş napisz kontakt ' +
    '微信 私信 加我 联系 連絡 카톡* 문의* 연락*',
  follow:
    'follow follows followed subscribe subscribers sub subs like likes retweet rt repost share comment tag turn_on ' +
    'notifications thumbs_up my_channel my_new my_video my_page watch_my check_my подпис* лайк* репост* поделис* коммент* ' +
    'ретвит* ikuti subscriber bagikan komen sígueme seguir suscríbete comparte siga inscreva curta compartilhe folge ' +
    'abonnier* teile abonne* partage* takip_et beğen paylaş obserwuj udostępnij follow_back f4f sub4sub vote votes voting ' +
    '关注 订阅 点赞 登録 구독* 팔로우*',
  credential:
    'password passwords passcode login log_in username verify verification verified verifying confirm confirmation account ' +
    'accounts otp 2fa code codes pin cvv card card_number card_details bank ssn details credentials seed phrase seed_phrase ' +
    'recovery_phrase private_key identity id_card парол* логин* код кода подтверд* верифик* аккаунт* учетн* учётн* данные ' +
    'данных реквизит* паспорт* sms смс карты kata_sandi sandi akun verifikasi kode rekening contraseña cuenta verifica* ' +
    'código senha conta tarjeta passwort konto bestätige* verifizier* mot_de_passe compte vérifi* şifre hesap doğrula* hasło ' +
    'zweryfikuj cartão datos dados kennwort banking banco банк* ' +
    '密码 账号 验证 密碼 認証 暗証 비밀번호* 인증* 계정*',
  authority:
    'admin administrator support team staff moderator official officially customer service department security centre ' +
    'center helpdesk agent representative ceo founder management microsoft apple amazon paypal netflix tiktok instagram ' +
    'facebook google roblox steam discord администрац* администратор* поддержк* служб* официальн* модератор* команда ' +
    'безопасност* resmi layanan petugas soporte oficial equipo suporte offiziell* kundenservice officiel* service_client ' +
    'resmi destek yetkili oficjaln* pomoc elon musk mrbeast celebrity government attorney mr mrs dr barrister sir madam ' +
    '客服 官方 管理 運営 公式 고객센터* 관리자* 공식*',
  threat:
    'suspended suspend suspension blocked block deactivated deactivate deleted delete terminated terminate closed locked ' +
    'restricted restriction unusual suspicious_activity violation violated copyright expired unauthorized limited_access ' +
    'banned ban заблокир* блокир* удален* удалён* приостанов* ограничен* нарушен* истек* diblokir dihapus dinonaktifkan ' +
    'pelanggaran ditangguhkan suspendid* bloquead* eliminad* infracción gesperrt gelöscht deaktiviert verstoß suspendu bloqué* ' +
    'supprimé* violation askıya kapatılacak silinecek engellendi zablokowan* usunięt* penalty legal action failure ' +
    '冻结 封号 停用 凍結 停止 정지* 차단*',
  warning:
    'beware warning warn scam scams scammer scammers scammed scamming fraud fraudster* fake fakes phishing careful caution ' +
    'dont_click don’t_click never_click do_not_click never_share never_give dont_fall don’t_fall fall_for reported ' +
    'reporting report_this avoid stay_safe watch_out spam spammer* impersonat* dishonest stole stolen ' +
    'осторожн* мошенник* мошенн* развод развод* обман* лохотрон* кидал* кинули скам скамер* фейк* фишинг* не_переход* ' +
    'не_вед* внимание предупрежд* жалоб* спам* hati-hati waspada penipu penipuan tipu palsu jangan_percaya jangan_klik ' +
    'lapor* cuidado estafa* estafador* falso fraude golpe golpes golpista* no_hagan_clic não_clique não_cliquem vorsicht betrug* ' +
    'betrüger* abzocke achtung nicht_klicken attention arnaque* arnaqueur* faux escroc* ne_cliquez dikkat dolandırıcı* sahte ' +
    'tıklamayın uwaga oszust* oszuści fałszyw* nie_klikajcie bot_account bots ' +
    '骗子 诈骗 小心 当心 骗局 詐欺 注意 騙子 사기* 조심* 주의*',
  asking:
    'is_this is_it does_anyone has_anyone anyone legit real_or is_that should_i can_i how_do how_can why what where who ' +
    'when anybody правда_ли это_правда кто-нибудь кто_нибудь стоит_ли можно_ли как почему что зачем где подскажите ' +
    'скажите apakah apa_ini ada_yang benarkah beneran gimana kenapa kok es_real es_verdad alguien es_seguro cómo por_qué ' +
    'isso_é alguém é_verdade é_confiável como por_que ist_das hat_jemand weiß_jemand wie warum kann_man est-ce quelqu’un ' +
    'c’est_vrai pourquoi comment gerçek_mi bilen_var bu_doğru nasıl neden czy ktoś dlaczego jak ' +
    '真的 吗 请问 本当 ですか 진짜* 인가요',
  complaint:
    'refund refunded refunds money_back never_received not_received didn’t_receive didnt_receive missing lost charged ' +
    'unauthorised chargeback complaint disappointed hacked broken doesn’t_work doesnt_work not_working still_waiting ' +
    'верните возврат* вернуть не_пришл* не_получил* списал* пропал* украли взломали не_работает жалоба refund kembalikan ' +
    'belum_masuk hilang tidak_masuk kecewa reembolso devuelvan no_recibí devolvam não_recebi rückerstattung ' +
    'erstattung nicht_erhalten nicht_angekommen remboursement pas_reçu rembours* iade gelmedi zwrot nie_dostałem ' +
    '退款 没到 投诉 返金 届か 환불* 안왔*',
  thanks:
    'thanks thank thx ty appreciate grateful thank_you спасибо благодар* спс makasih terima_kasih terimakasih gracias ' +
    'obrigad* danke dankeschön merci teşekkür* sağol dziękuję dzięki ' +
    '谢谢 感谢 感謝 감사* 고마*',
  chatter:
    'lol lmao haha hahaha xd omg bro dude love beautiful song music video cute nice cool amazing wow awesome lyrics album ' +
    'хаха ахах* ахаха лол блин класс круто красив* песня думаю кажется вроде понял ладно привет wkwk wkwkwk bang kak mantap ' +
    'lucu ngakak keren mas neng jaja jajaja qué kkk kkkk genial schön lied geil mdr ptdr chanson güzel şarkı fajne piosenka ' +
    'game match team episode ok okay lor lar ur wat da gonna wanna sorry morning night dinner home sleep tomorrow later mum',
  self:
    'i im i’m me my mine we our us я мы мне меня мой нас наш aku saya gue gua kami yo mi nosotros eu meu nós ich mein wir ' +
    'je moi mon nous ben biz ja my',
  you:
    'you your yours u ur ты вы вам вас тебе твой ваш вашего kamu anda kalian tú usted tu você seu du dein sie ihr vous votre ' +
    'toi sen siz senin ty twój guys everyone friends girls ребята друзья девочки всем teman gengs chicos galera leute',
  no:
    'no not don’t dont never won’t wont isn’t isnt без не нет ни никогда tidak nggak gak ga jangan bukan nunca não nicht kein ' +
    'keine ne pas jamais yok değil nie',
} as const satisfies Readonly<Record<string, string>>;

export type Topic = keyof typeof TOPIC_WORDS;
export const TOPICS = Object.keys(TOPIC_WORDS) as readonly Topic[];
