"""When something was, as people say it."""

from datetime import datetime, timedelta

from qa_app.explaining.dates import date_words
from qa_app.gui.wording import explained, tr

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)


def moment_words(iso: str, now: datetime | None = None) -> str:
    """How long ago a moment in ISO 8601 was, or its day; empty where it is none."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    now = (now or datetime.now().astimezone()).astimezone()
    if timedelta(0) <= now - moment < _HOUR:
        return _minutes_ago((now - moment) // _MINUTE)
    if moment.date() == now.date():
        return tr("today {time}").format(time=f"{moment:%H:%M}")
    if moment.date() == now.date() - timedelta(days=1):
        return tr("yesterday {time}").format(time=f"{moment:%H:%M}")
    return date_words(moment.date().isoformat(), explained)


def _minutes_ago(n: int) -> str:
    return tr("{n} min ago").format(n=n) if n else tr("just now")
