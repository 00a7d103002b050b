"""Lines that tell when, how long or how often, and nothing else, in whatever language."""

import re

from qa_app.reading.furniture_words import folded, phrases

_MAX_CHARS = 120
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SPACED = re.compile(r"\s+")

# Words that a line of a date and a time is made of.
_TIME = phrases("""
january, february, march, april, may, june, july, august, september, october, november, december,
jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, monday, tuesday, wednesday, thursday,
friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun, th, st, nd, rd, am, pm, a, p, m, at, on,
of, by, updated, published, posted, last, first, modified, edited, created, start, date, ago, day,
days, hour, hours, minute, minutes, min, mins, year, years, month, months, week, weeks, an, bst, gmt,
utc, est, edt, cet, cest, pst, pdt, ist, asked, viewed, answered, joined, today, yesterday, time,
januar, februar, märz, mai, juni, juli, oktober, dezember, mär, okt, dez, montag, dienstag, mittwoch,
donnerstag, freitag, samstag, sonntag, sonnabend, uhr, stand, vom, aktualisiert, veröffentlicht,
zuletzt, geändert, erstellt, am, um, vor, stunden, tagen, letzte, aktualisierung,
janvier, février, mars, avril, juin, juillet, août, septembre, octobre, novembre, décembre, lundi,
mardi, mercredi, jeudi, vendredi, samedi, dimanche, publié, mis, à, jour, le, h, vérifié, modifié,
il, y, heures, jours,
enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre,
ene, abr, ago, dic, lunes, martes, miércoles, jueves, viernes, sábado, domingo, publicado,
actualizado, a, las, el, de, hace, horas,
gennaio, febbraio, aprile, maggio, giugno, luglio, settembre, ottobre, dicembre, lunedì, martedì,
mercoledì, giovedì, venerdì, sabato, domenica, modifica, pubblicato, aggiornato, alle, ore,
janeiro, fevereiro, março, maio, junho, julho, setembro, outubro, novembro, dezembro, às, atualizado,
januari, februari, maart, mei, augustus, gepubliceerd, bijgewerkt, uur, stycznia, lutego, marca,
kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia, opublikowano,
января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря,
понедельник, вторник, среда, четверг, пятница, суббота, воскресенье, обновлено, опубликовано, г, в,
мск, сегодня, вчера, назад, часов, часа, час, минут, дней,
січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня,
оновлено, опубліковано, о, р,
ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık, pazartesi,
salı, çarşamba, perşembe, cuma, cumartesi, pazar, güncelleme, giriş, tarihi, yayınlanma, eklenme,
saat, son, önce,
كانون, الثاني, شباط, اذار, نيسان, ايار, حزيران, تموز, اب, ايلول, تشرين, الاول, يناير, فبراير, مارس,
ابريل, مايو, يونيو, يوليو, اغسطس, سبتمبر, اكتوبر, نوفمبر, ديسمبر, الاحد, الاثنين, الثلاثاء,
الاربعاء, الخميس, الجمعة, السبت, اخر, تحديث, ص, م, نشر, في, تاريخ, النشر, الساعة
""")
# What is counted under an article.
_COUNTED = phrases("""
comment, comments, view, views, viewing, share, shares, like, likes, read, reads, follower, followers,
vote, votes, answer, answers, reply, replies, reactions, citations, accesses, downloads, altmetric,
times, this, page, message, messages, post, posts, member, members, k, m, rating, ratings, review,
reviews, from, of, and, others, people, watching, result, results,
kommentar, kommentare, aufrufe, bewertung, bewertungen, beiträge, beitrag, antworten, mal, geteilt,
commentaire, commentaires, vues, partages, avis, comentario, comentarios, vistas, commenti,
visualizzazioni, comentários, reacties, komentarze, просмотр, просмотра, просмотров, просмотры,
комментарий, комментария, комментариев, комментарии, переглядів, перегляди, коментарів, görüntülenme,
okunma, yorum, yorumlar, beğeni, مشاهدة, مشاهدات, تعليق, تعليقات
""")
_HOW_LONG = re.compile(
    r"(?:reading time|read time|time to read|lesezeit|lesedauer|temps de lecture|lecture|"
    r"tiempo de lectura|lectura|tempo di lettura|tempo de leitura|leestijd|czas czytania|"
    r"время чтения|час читання|okunma suresi|okuma suresi|مدة القراءة|وقت القراءة)"
    r"\s*:?\s*[\w. ]{1,20}"
    r"|(?:\w+[\s-])?(?:about )?\d{1,3}[\s-]?(?:min|minutes?|mins?|minuten|мин|хв|dk|dakika|دقائق|分)\.?"
    r"(?:[\s-](?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|чтения|читання|"
    r"okuma)(?: time)?)"
)


def tells_when(line: str) -> bool:
    """Whether the line is a date or a time, with what is said of it: "Updated 3 hours ago"."""
    return _is_made_of(line, _TIME)


def tells_how_long(line: str) -> bool:
    """Whether the line says how long the text takes to read."""
    return len(line) <= _MAX_CHARS and _HOW_LONG.fullmatch(folded(line)) is not None


def counts(line: str) -> bool:
    """Whether the line is a count of views, comments and the like."""
    return _is_made_of(line, _COUNTED)


def _is_made_of(line: str, known: frozenset[str]) -> bool:
    """Whether the line has a digit, and no word but the known ones, and one of them at least."""
    if len(line) > _MAX_CHARS or not any(char.isdigit() for char in line):
        return False
    words = _WORD.findall(folded(line))
    return bool(words) and all(word in known for word in words)
