"""Lines that tell when, how long or how often, and nothing else, in whatever language."""

import re

from qa_app.reading.furniture_words import folded, phrases
from qa_app.reading.line_shape import has_digit

_MAX_CHARS = 120
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

# Words that a line of a date and a time is made of.
_TIME = phrases("""
january, february, march, april, may, june, july, august, september, october, november,
december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, monday, tuesday,
wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun, th, st, nd,
rd, am, pm, a, p, m, at, on, of, by, updated, published, posted, last, first, modified, edited,
created, start, date, ago, bst, gmt, utc, est, edt, cet, cest, pst, pdt, ist, asked, viewed,
answered, joined, today, yesterday, januar, februar, märz, mai, juni, juli, oktober, dezember,
mär, okt, dez, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, sonnabend,
uhr, stand, vom, aktualisiert, veröffentlicht, zuletzt, geändert, erstellt, um, letzte,
aktualisierung, janvier, février, mars, avril, juin, juillet, août, septembre, octobre,
novembre, décembre, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, publié, mis, à,
jour, le, h, vérifié, modifié, enero, febrero, marzo, abril, mayo, junio, julio, agosto,
septiembre, octubre, noviembre, diciembre, ene, abr, dic, lunes, martes, miércoles, jueves,
viernes, sábado, domingo, publicado, actualizado, las, el, de, gennaio, febbraio, aprile,
maggio, giugno, luglio, settembre, ottobre, dicembre, lunedì, martedì, mercoledì, giovedì,
venerdì, sabato, domenica, modifica, il, pubblicato, aggiornato, alle, ore, janeiro, fevereiro,
março, maio, junho, julho, setembro, outubro, novembro, dezembro, às, atualizado, januari,
februari, maart, mei, augustus, gepubliceerd, bijgewerkt, uur, stycznia, lutego, marca,
kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia,
opublikowano, января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября,
ноября, декабря, понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, обновлено,
опубликовано, г, в, мск, сегодня, вчера, січня, лютого, березня, квітня, травня, червня, липня,
серпня, вересня, жовтня, листопада, грудня, оновлено, опубліковано, о, р, ocak, şubat, mart,
nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık, pazartesi, salı, çarşamba,
perşembe, cuma, cumartesi, pazar, güncelleme, giriş, tarihi, yayınlanma, eklenme, son, كانون,
الثاني, شباط, اذار, نيسان, ايار, حزيران, تموز, اب, ايلول, تشرين, الاول, يناير, فبراير, مارس,
ابريل, مايو, يونيو, يوليو, اغسطس, سبتمبر, اكتوبر, نوفمبر, ديسمبر, الاحد, الاثنين, الثلاثاء,
الاربعاء, الخميس, الجمعة, السبت, اخر, تحديث, ص, م, نشر, في, تاريخ, النشر, الساعة
""")
# What is counted under an article.
_COUNTED = phrases("""
comment, comments, view, views, viewing, share, shares, like, likes, read, reads, follower,
followers, vote, votes, answer, answers, reply, replies, reactions, citations, accesses,
downloads, altmetric, times, this, page, message, messages, post, posts, member, members, k, m,
rating, ratings, review, reviews, from, of, and, others, people, watching, result, results,
kommentar, kommentare, aufrufe, bewertung, bewertungen, beiträge, beitrag, antworten, mal,
geteilt, commentaire, commentaires, vues, partages, avis, comentario, comentarios, vistas,
commenti, visualizzazioni, comentários, reacties, komentarze, просмотр, просмотра, просмотров,
просмотры, комментарий, комментария, комментариев, комментарии, переглядів, перегляди,
коментарів, görüntülenme, okunma, yorum, yorumlar, beğeni, مشاهدة, مشاهدات, تعليق, تعليقات
""")
# What is counted in, where a line says how long ago or how long it takes.
_UNITS = phrases("""
second, seconds, minute, minutes, min, mins, hour, hours, day, days, week, weeks, month, months,
year, years, an, a, one, about, minuten, std, stunde, stunden, tag, tagen, woche, wochen, monat,
monaten, jahr, jahren, heure, heures, jour, jours, mois, ans, hora, horas, día, días, minuto,
minutos, minuti, ore, giorni, uur, dagen, секунд, минута, минуты, минут, мин, час, часа, часов,
день, дня, дней, хв, хвилин, годин, днів, dk, dakika, saat, gün, ay, yıl, دقيقة, دقيقتان, دقائق,
ساعة, ساعات, ساعتين, يوم, ايام, ثلاث, two, three, four, five, 分, 分钟
""")
_AGO = phrases("ago, vor, hace, fa, geleden, назад, тому, önce, منذ, قبل, temu, 前")
_READING = phrases("""
read, reading, time, to, lesezeit, lesedauer, ca, temps, de, lecture, tiempo, lectura, tempo,
di, lettura, leitura, leestijd, czas, czytania, время, чтения, на, чтение, час, читання, okunma,
okuma, suresi, süresi, مدة, وقت, القراءة, قراءة
""")
_SMALL = phrases("""
a, p, m, at, on, of, by, an, to, this, de, di, le, el, la, las, à, il, um, i, am, vom, в, о, р,
г, h, and, from, one, two, three, about, ca, на, k, في, th, st, nd, rd, ص, м, й, م, alle, às
""")
_ALL = _TIME | _COUNTED
_LASTING = _UNITS | _READING


def tells_of_itself(line: str) -> bool:
    """Whether the line only says when the page was made, or how often it was read or liked."""
    if len(line) > _MAX_CHARS or not has_digit(line):
        return False
    words = _words(line)
    is_ago = not _AGO.isdisjoint(words)
    return not _SMALL.issuperset(words) and all(
        word in _ALL or word in _AGO or (is_ago and word in _UNITS) for word in words
    )


def tells_how_long(line: str) -> bool:
    """Whether the line says how long the text takes to read, and perhaps when it was made."""
    if len(line) > _MAX_CHARS or not (":" in line or has_digit(line)):
        return False
    words = _words(line)
    return (
        not _READING.isdisjoint(words)
        and not _UNITS.isdisjoint(words)
        and all(word in _LASTING or word in _ALL for word in words)
    )


def _words(line: str) -> list[str]:
    return _WORD.findall(folded(line))
