"""The words of web furniture, by what they tell, in the languages most pages are saved in.

Phrases are folded as `folded` folds them and separated by commas.
"""

import re
import unicodedata

# A line that is one of these and nothing else is furniture wherever it stands.
KNOWN = """
anzeige, werbung, publicité, publicidad, реклама, reklam, إعلان, pubblicità, advertentie,
reklama, home, homepage, home page, main page, menu, main menu, search, search..., log in,
login, log out, sign in, sign up, sign me up, register, my account, create account,
create an account, subscribe, subscribe now, newsletter, newsletters, about, about us,
about this site, contact, contact us, advertise, advertise with us, careers, help, help center,
help centre, support us, faq, privacy, privacy policy, privacy notice, privacy settings,
your privacy choices, cookie policy, cookies, cookie settings, cookie preferences, terms,
terms of use, terms of service, terms and conditions, terms & conditions, terms and rules,
legal notice, sitemap, site map, accessibility, accessibility statement, accessibility help,
rss, rss feed, archive, archives, sections, topics, tags, categories, trending, trending now,
most read, most popular, most viewed, most shared, most commented, popular, popular posts,
recent posts, latest, latest news, breaking news, top stories, editor's picks, editors' picks,
recommended, news feed, newsfeed, live updates, live reporting, video, videos, photos, gallery,
podcast, podcasts, weather, e-paper, epaper, twitter, youtube, instagram, facebook, telegram,
whatsapp, linkedin, reddit, tiktok, pinterest, x, vk, email, e-mail, threads, bluesky, mastodon,
viber, messenger, flipboard, google news, apple store, app store, google play, play market,
share, share this, share on, share article, share this article, share this story,
share this post, share this page, share options, tweet, pin it, print, print this page,
copy link, copy url, link copied, save, save article, bookmark, gift this article, comment,
comments, no comments, leave a comment, leave a reply, add comment, add a comment,
write a comment, post a comment, show comments, view comments, join the conversation, like,
dislike, follow, follow us, reply, report, read more, read next, more, show more, show less,
load more, see more, view more, view all, see all, continue reading, keep reading, back to top,
go to top, top, next, previous, prev, next article, previous article, next page, previous page,
next post, previous post, older post, newer post, older posts, newer posts, skip to content,
skip to main content, skip to navigation, jump to navigation, jump to search, jump to recipe,
print recipe, pin recipe, jump to latest, close, open, cancel, ok, accept, accept all,
accept cookies, reject all, manage cookies, got it, loading, loading..., please wait, ads, ad,
advertisement, advertising, sponsored, sponsored content, promoted, paid content, avatar,
reporter, correspondent, author, authors, editor, journalist, staff writer, contributor,
columnist, updated, published, edited, listen, listen to this article, listen to this story,
play, pause, mute, night mode, dark mode, light mode, night_theme, day_theme, theme, font size,
text size, a+, a-, en, ru, de, fr, es, tr, ua, uk, arm, az, ar, zh, pt, it, pl, english,
русский, deutsch, français, español, türkçe, українська, հայերեն, العربية, 中文,
what are you looking for, translate, choose language, select language, photo, image,
getty images, edit source, view source, view history, recent changes, random article,
random page, download pdf, download app, cite this article, cite this, rights and permissions,
purchase licensing rights, open access, advanced search, my cart, what's new, new member,
well-known member, active member, staff member, similar threads, primary sidebar,
secondary navigation, breadcrumb, breadcrumbs, view results, view deal, unsubscribe,
manage preferences, mobile view, desktop view, report an ad, report this ad, send feedback,
was this page helpful, is this page useful, about the author, about the authors, author bio,
citing literature, do not sell my info, do not sell or share my personal information,
media contacts, modern slavery statement, newsroom, ссылка скопирована, поделиться,
читать далее, читать полностью, главная, главная страница, поиск, войти, вход, меню,
лента новостей, главные новости, последние новости, о нас, о компании, о проекте, о сайте,
правила использования, пользовательское соглашение, политика конфиденциальности,
оставить комментарий, нет комментариев, показать еще, загрузить еще, подписаться,
самое читаемое, прямой эфир, новости партнеров, партнерские материалы, карта сайта, поширити,
поділитися, увійти, про нас, про редакцію, останні новини, підтримати нас, популярні новини,
читати далі, mehr lesen, teilen, weiterlesen, menü, suche, anmelden, einloggen, abonnieren,
seite drucken, seite empfehlen, nach oben, zum seitenanfang, impressum, datenschutz,
datenschutzerklärung, agb, mediadaten, über uns, kommentar schreiben, schreibe einen kommentar,
meistgelesene artikel, meist gelesen, zum inhalt springen, zur navigation springen, zum inhalt,
direkt zum inhalt, zum hauptinhalt springen, navigation aufklappen, mehr laden, mehr anzeigen,
alle anzeigen, inhalte anzeigen, leichte sprache, erklärung zur barrierefreiheit,
artikel anhören, externer inhalt, ergebnis anzeigen, cookie-einstellungen, cookies & tracking,
verträge hier kündigen, abo kündigen, alle akzeptieren, lire la suite, partager, s'abonner,
abonnez-vous, se connecter, mon compte, je m'inscris, mentions légales, plan du site,
conditions générales, conditions générales d'utilisation, politique de confidentialité,
données personnelles, gérer les cookies, gérer mes cookies, tout accepter, tout refuser,
continuer sans accepter, la suite après la publicité, annonces légales, à la une, les plus lus,
laisser un commentaire, réagir à cet article, aller au contenu, aller au contenu principal,
aller au menu, qui sommes-nous, faits divers, haut de page, retour en haut, compartir, leer más,
seguir leyendo, suscríbete, iniciar sesión, última hora, lo más leído, lo más visto,
ver comentarios, aviso legal, política de privacidad, política de cookies, condiciones de uso,
configurar cookies, quiénes somos, ir al contenido, contenido exclusivo,
contenido exclusivo para suscriptores, archivado en, volver arriba, condividi, leggi tutto,
continua a leggere, leggi i commenti, i più letti, più letti, note legali, informativa cookie,
informativa sulla privacy, privacy e cookie, chi siamo, salta al contenuto, vai al contenuto,
iscriviti alla newsletter, compartilhar, leia mais, mais lidas, fale conosco, quem somos,
termos de uso, política de privacidade, lees verder, inloggen, abonneren, meest gelezen,
over ons, privacybeleid, voorwaarden, udostępnij, czytaj dalej, zaloguj się, strona główna,
najczęściej czytane, polityka prywatności, o nas, paylaş, devamını oku, haberin devamı,
haberin devamı aşağıda, ana sayfa, giriş yap, üye girişi, üye ol, kayıt ol, takip et,
bizi takip edin, yazdır, son dakika, künye, bize ulaşın, gizlilik politikası, çerez politikası,
kullanım koşulları, kvkk aydınlatma metni, reklam ver, yorum yap, yorum yaz,
ilk yorumu siz yapın, en çok okunanlar, çok okunanlar, haber merkezi, bu haberi paylaş,
yazı boyutu, diğer yazıları, tüm yazıları, abone ol, الرئيسية, الصفحة الرئيسية, تسجيل الدخول,
اشترك الآن, اشترك في النشرة البريدية, مشاركة, نسخ الرابط, أضف تعليقا, من نحن, اتصل بنا,
للتواصل معنا, تواصل معنا, سياسة الخصوصية, شروط الاستخدام, اتفاقية الاستخدام, الأكثر قراءة,
الأكثر مشاهدة, الأكثر تداولا, آخر الأخبار, حجم الخط, اقرأ المزيد, كاتب وصحافي,
مشاركة عبر واتساب, خريطة الموقع, الكلمات المفتاحية
"""

# One of these may head a part of a text: it counts beside other furniture only.
RUBRICS = """
jobs, donate, faqs, disclaimer, disclaimers, imprint, live, obituaries, puzzles, crossword,
horoscopes, saved, likes, quote, watch, unwatch, 日本語, languages, edit, talk, read, download,
pdf, cite, permissions, alerts, reprints, metrics, citations, cart, basket, checkout, shop,
forum, forums, members, thread, moderator, administrator, sidebar, footer, navigation, poll,
vote, feedback, yes, no, регистрация, новости, политика, экономика, общество, спорт, культура,
контакты, редакция, комментарии, комментировать, наверх, назад, вперед, далее, подписка,
рубрики, теги, популярное, видео, фото, вакансии, новини, головна, пошук, редакція, контакти,
коментарі, suchen, startseite, abmelden, registrieren, abo, merken, merkliste, drucken,
nutzungsbedingungen, kontakt, karriere, anzeigen, kommentare, kommentieren, meistgelesen,
inhaltsverzeichnis, bearbeiten, aktualisieren, liveticker, newsticker, gebärdensprache,
kontrast, barrierefreiheit, hilfe, schlagworte, schlagwörter, themen, vorlesen, umfrage,
zitieren, melden, antworten, accueil, recherche, rechercher, connexion, s'inscrire, imprimer,
enregistrer, météo, commentaires, réagir, contactez-nous, actualités, mots-clés, étiquettes,
écouter, permalien, portada, inicio, buscar, suscribirse, regístrate, comentarios, contacto,
imprimir, escuchar, etiquetas, boletines, accedi, abbonati, registrati, cerca, ascolta, stampa,
commenti, contatti, iscriviti, assine, entrar, início, comentários, publicidade, delen, zoeken,
reacties, szukaj, komentarze, regulamin, anasayfa, ara, gündem, ekonomi, spor, magazin,
yazarlar, iletişim, hakkımızda, yorumlar, etiketler, haberler, أخبار, اقتصاد, رياضة, ثقافة,
فيديو, بودكاست, مقالات, تحقيقات, محليات, آراء, بحث, ابحث, القائمة, تسجيل, اشترك, شارك, طباعة,
تعليقات, التعليقات, إعلانات, عاجل, المزيد, تابعنا, تابعونا, وظائف, الوسوم, 分享, 登录, 注册,
首页, 搜索, 评论, 广告, 联系我们, 关于我们, 隐私政策, ホーム, 検索, ログイン, 共有, 広告,
コメント, ja, nein, oui, non, sí, да, нет, tools, companies, politics, business, sport, opinion,
local, world, markets, energy, schlagwort, sports, culture, national, international, region,
wirtschaft, kultur, politik, lokales, panorama, wissen, economía, deportes, política, cultura,
sucesos, provincia, calcio, ciclismo, classifiche, diretta, статьи, статті, інтерв'ю, бизнес,
наука, в мире, главное, cancha, économie, loisirs, monde, politique, poèmes, poems, poets,
recipes, seasonal, crime, courts, farming, related, additional links, volume
"""

# These announce what stands elsewhere: the lines below them are other articles' headlines.
OPENERS = """
read also, also read, see also, related, related:, related articles, related news,
related stories, related posts, related topics, related content, related links,
related coverage, related reading, more on the topic, more on this topic, more on this story,
more on this, more from, more news, read more on this topic, you may also like,
you might also like, you may be interested in, you might be interested in, recommended for you,
recommended reading, recommended, further reading, don't miss, in case you missed it, most read,
most popular, trending now, top stories, read next, up next, more stories, latest stories,
similar articles, similar threads, similar posts, similar content being viewed by others,
popular posts, popular recipes, recent posts, читайте также, читать также, смотрите также,
материалы по теме, по теме, новости по теме, еще по теме, похожие новости, новости партнеров,
популярное, самое читаемое, читайте ще, читайте також, дивіться також, останні новини,
lire aussi, à lire aussi, lire également, à voir aussi, sur le même sujet, sur le même thème,
et aussi, articles similaires, les plus lus, articles récents, lesen sie auch, lesen sie mehr,
lesen sie dazu, auch interessant, mehr zum thema, zum thema, das könnte sie auch interessieren,
das könnte dich auch interessieren, passend dazu, das passt dazu, meistgelesen,
ähnliche artikel, ähnliche themen, ähnliche beiträge, weitere artikel, lee también, lea también,
te puede interesar, más información, noticias relacionadas, lo más leído, más sobre este tema,
leggi anche, potrebbe interessarti, articoli correlati, i più letti, leia também, veja também,
notícias relacionadas, mais lidas, lees ook, meer over dit onderwerp, meest gelezen,
czytaj także, czytaj też, zobacz też, zobacz również, ayrıca oku, ilgili haber, ilgili haberler,
bunlar da ilginizi çekebilir, bunları da okuyun, en çok okunanlar, çok okunanlar,
diğer yazıları, اقرأ أيضا, اقرأ أيضاً, اقرأ ايضا, أخبار ذات صلة, مواضيع ذات صلة, مقالات ذات صلة,
قد يعجبك أيضا, قد يعجبك أيضاً, قد يهمك, الأكثر قراءة, طالع أيضا, شاهد أيضا
"""

JOBS = """
reporter, correspondent, author, editor, journalist, staff writer, contributor, columnist,
senior reporter, senior correspondent, senior editor, news editor, managing editor,
foreign correspondent, political correspondent, staff reporter, contributing writer,
chief reporter, transport correspondent, health correspondent, business correspondent,
science correspondent, environment correspondent, sports writer, deputy editor,
opinion columnist
"""

# A short line that begins so is likely furniture: it counts beside other furniture.
CUES = """
share, follow, subscribe, sign up, sign in, sign me, log in, newsletter, read more, read also,
related, most read, most popular, popular, trending, latest, recommended, more from, more in,
more on, more stories, more by, comment, comments, leave a, join the, join us, cookie, cookies,
privacy, terms of, contact us, advertise, download, listen to, watch live, gift, jump to,
skip to, back to, go to, view all, view original, view comments, view results, show all,
show more, show comments, load, see all, see more, powered by, theme:, filed under, tags, tag,
topics, suggested topics, categories, category, posted, published, first published, updated,
last updated, last edited, last modified, modified, asked, answered, viewed, sorted by, sort by,
reading time, edited by, reporting by, additional reporting, editing by, photo by, photos by,
photograph, photographs, interview by, image:, illustration by, credit:, joined, messages,
posts:, member since, reactions, similar, rate this, your rating, rating, report a problem,
report this, send us, get in touch, get involved, get our, get the, try our, start your,
already a, create a free, register for, register to, become a member, support, donate, buy me,
help us, did you make this, you must log, you must be, enter your, your email, your name,
add to, save to, add a, write a, ask a, search for, search the, all rights, our standards,
volume, issue, doi, received, accepted, article history, altmetric, citations, accesses, hi,
i'm, article continues, advertisement, story continues, video caption, media caption,
image caption, image source, listen on, available on, need help, have a, got a, wiki tools,
use dark, page tools, print, about, from wiki, open in, opens in, scroll to, swipe, tap to,
click, choose your, select your, my, editor's picks, top stories, breaking, live, find us,
like us, tweet, pin, email this, copy this, поделиться, подписывайтесь, подпишитесь,
подписаться, читайте, смотрите, теги, метки, фото, источник, обновлено, опубликовано,
просмотров, комментарии, оставить, нашли ошибку, популярное, новости, адрес редакции,
учредитель, сетевое издание, время чтения, автор, реклама, следите, все права, правила,
политика, войти, показать, хотите, еще, підписуйтесь, якщо ви знайшли, поширити, передрук,
оновлено, коментарі, всі права, teilen, folgen, abonnieren, jetzt, mehr zu, mehr aus, mehr von,
mehr zum, lesen sie, das könnte, kommentar, kommentare, zum kommentieren, datenschutz,
impressum, drucken, schlagworte, stichworte, themen, stand, aktualisiert, veröffentlicht,
erstellt, lesezeit, lesedauer, foto, bild, quelle, anzeige, sie haben bereits, bereits,
noch kein, hier, dieser artikel, dieser text, registrieren, anmelden, folgen sie, folge uns,
folge mir, von unserer, artikel, sie befinden sich, sie sind hier, öffnungszeiten, nach oben,
neueste, sortieren, beiträge, mitglied seit, ähnliche, weitere, zum, zur, zurück, seite,
navigation, verlag, powered, forensoftware, schreibe, deine e-mail, ihre e-mail, meistgelesen,
umfrage, partager, suivez, abonnez-vous, s'abonner, lire, à lire, les plus, commentaires,
publié, mis à jour, vérifié, temps de lecture, lecture, photo, crédit, mots-clés, catégories,
catégorie, étiquettes, sur le même, recevez, inscrivez-vous, votre adresse, gérer, mentions,
conditions, plan, tous droits, cet article, retrouvez, réagir, plus d', accueil, cette page,
fièrement, propulsé, aller, article réservé, compartir, comparte, síguenos, suscríbete,
regístrate, lee, ver, más, comentarios, publicado, actualizado, lectura, archivado, etiquetas,
temas, recibe, política, aviso, condiciones, lo más, te puede, volver, inicia, iniciar,
condividi, seguici, abbonati, iscriviti, leggi, commenti, pubblicato, aggiornato, modifica,
argomenti, ricevi, tutti i diritti, i più, segui, compartilhe, siga, assine, leia, comentários,
atualizado, receba, deel, volg, abonneer, lees, reacties, gepubliceerd, bijgewerkt, leestijd,
udostępnij, obserwuj, czytaj, komentarze, opublikowano, aktualizacja, fot., tagi, zapisz się,
paylaş, takip, bizi, abone, oku, okunma, yorum, yorumlar, yorumunuz, güncelleme, giriş tarihi,
yayınlanma, eklenme, etiketler, kaynak, fotoğraf, en çok, ilgili, tüm, yasal uyarı, diğer, شارك,
تابعونا, تابعنا, تابع, اشترك, اقرأ, تعليقات, نشر, نشرت, تاريخ النشر, آخر تحديث, مدة القراءة,
وقت القراءة, الكلمات المفتاحية, الوسوم, المصدر, تصوير, كتب, كتبت, سياسة, شروط, جميع الحقوق,
الأكثر, حمل, حمّل, المزيد, قد يعجبك, أخبار, وظائف
"""

# A sentence that holds one of these and speaks to its reader is the site's own.
SITES_OWN = """
cookie, cookies, newsletter, newsletters, subscribe, subscriber, subscribers, subscription,
sign up, signing up, signed up, log in, logged in, sign in, register, inbox, email address,
e-mail address, your email, privacy policy, privacy notice, terms of service, terms of use,
terms and privacy, javascript, your browser, this browser, adblock, ad blocker, affiliate,
commission, free articles, free article, contact him at, contact her at, contact them at,
contact me at, contact us at, follow him on, follow her on, follow us, support us,
supporting us, licence v, license v, creative commons, share-alike, app store, google play,
our terms, your feedback, disclosure policy, new service, purchases through, buy through,
by clicking, receiving this email, brought to you by, required fields, follow me, folge mir,
buying me a coffee, paid for by its readers, moderated before, куки, подпишитесь,
подписывайтесь, рассылку, рассылка, мессенджере, телеграм, telegram, выделите,
персональных данных, cookie-файлы, гиперссылка, ссылка обязательна, редакции, телефон, виділіть,
посиланням, ihre daten, personenbezogene, personalisieren, abo, abonnieren, abonnenten,
anmelden, registrieren, e-mail-adresse, freigeschaltet, wochenmagazin, ausgaben, einwilligung,
zustimmung, externe inhalte, redakteur, redakteurin, browser, barrierefrei, abonnés, abonnez,
inscrivez, adresse e-mail, partenaires, confidentialité, champs obligatoires, navigateur,
l'actualité, suscríbete, suscriptores, regístrate, correo electrónico, boletín, navegador,
iscriviti, abbonati, abbonamento, posta elettronica, informativa, abone, çerez, çerezler,
yorumunuz, onaylandıktan, e-posta, takip edin, tarayıcı, hakları, النشرة البريدية,
ملفات تعريف الارتباط, بريدك الإلكتروني, رأي الموقع, رأي أصحابها, حقوق, التطبيق
"""
READERS = """
we, our, us, you, your, вы, вас, ваш, ваши, нас, наш, наши, хотите, ви, wir, unser, unsere,
unserem, uns, sie, ihre, ihren, ihrer, du, deine, dein, nous, nos, notre, vous, vos, votre,
nosotros, tu, tus, su, sus, noi, nostra, nostri, tua, tuo, biz, bizi, bizim, siz, sizin,
yorumunuz, نحن, لك, بريدك, موقعنا, this, all, required, edition
"""


def folded(line: str) -> str:
    """The line without case, and with its letters as they are compared: dotted i, marks, quotes."""
    if line.isascii():
        return " ".join(line.lower().split())
    plain = unicodedata.normalize("NFKC", line).casefold().replace("i̇", "i").replace("ı", "i")
    plain = plain.replace("ё", "е").replace("’", "'").replace("ـ", "")
    if _MARKED.search(plain) is not None:
        plain = plain.translate(_ALEFS)
    return " ".join(plain.split())


_MARKED = re.compile("[أإآٱ\u064b-\u0652]")
_ALEFS = str.maketrans("أإآٱ", "اااا", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


def phrases(listed: str) -> frozenset[str]:
    """The phrases of a list, folded."""
    return frozenset(folded(phrase) for phrase in listed.split(",") if phrase.strip())
