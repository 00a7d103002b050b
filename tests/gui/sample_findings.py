"""What a check of a library finds, for the fake service and the tests of the window."""

from qa_app.findings import Finding, Health, Part, fine, trouble

DAMAGE = (
    "The library's database {0}/library.sqlite3 cannot be read (file is not a database); "
    "mend it with: qa-app doctor --repair --library {0}"
)
FINE = (
    fine(Part.DISK, "1,234 MB are free"),
    fine(Part.WRITER, "nobody else is writing it"),
    fine(Part.DATABASE, "library.sqlite3 is whole: 5 documents, 143 passages"),
)
_UNREADABLE = "library.sqlite3 cannot be read: file is not a database"
TROUBLED = (*FINE[:2], trouble(Part.DATABASE, _UNREADABLE))
_DONE = (
    "set aside as library.damaged-1.sqlite3",
    "made again",
    "1,200 passages did not need to be encoded again",
)
REPAIRED = (*FINE[:2], Finding(Part.DATABASE, Health.REPAIRED, _UNREADABLE, _DONE))
