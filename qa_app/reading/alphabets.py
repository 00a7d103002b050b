"""Which 8-bit encoding a text in Latin letters is in, by the letters its language has.

Statistical detectors take short Swedish for Slovak and Portuguese for Polish: the same bytes are
letters in both. But only one reading has all its letters in the alphabet of one language.
"""

import unicodedata

_ALPHABETS = {
    "cp1252": (
        "äöüß",  # German
        "àâæçéèêëîïôœùûüÿ",  # French
        "áéíóúñü",  # Spanish
        "àáâãçéêíóôõúü",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "àçéèíïóòúü",  # Catalan
        "áàâäéèëêíïîóöôúüû",  # Dutch
        "åäöé",  # Swedish, Finnish
        "æøåéèóòôüäö",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
        "àâéèêëîïôöûüùç",  # French, with names
    ),
    "cp1250": (
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "ąćęłńóśźż",  # Polish
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Slovene
    ),
    "cp1254": ("çğıöşüâîû",),  # Turkish
    "cp1257": (
        "ąčęėįšųūž",  # Lithuanian
        "āčēģīķļņšūž",  # Latvian
        "äöõüšž",  # Estonian
    ),
}
# Encodings that mean the same languages with some letters elsewhere.
_READ_AS = {
    "cp1252": "cp1252",
    "cp1250": "cp1250",
    "iso8859_2": "cp1250",
    "cp1254": "cp1254",
    "cp1257": "cp1257",
}
_MARKS = frozenset("“”„‘’‚–—…•€£§°©®™«»‹›¡¿ªº·\u00a0\u00ad´×½¼")
# Beyond this share of letters outside ASCII the text is in no Latin alphabet.
_MOST_MARKED = 0.5


def decode_latin(data: bytes) -> str | None:
    """The text, where just one reading of its bytes is in the letters of one language.

    None where none is, or several are.
    """
    letters = sum(65 <= (byte & 0xDF) <= 90 for byte in data)
    marked = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if marked > _MOST_MARKED * (letters + marked):
        return None
    readings = {text for encoding in _READ_AS if (text := _read(data, encoding)) is not None}
    return readings.pop() if len(readings) == 1 else None


def _read(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    found = {c for c in set(text) if not c.isascii()} - _MARKS
    # Lower-casing İ leaves a dot of its own.
    letters = {unicodedata.normalize("NFC", c.lower())[0] for c in found} - {"i"}
    alphabets = _ALPHABETS[_READ_AS[encoding]]
    return text if any(letters <= set(alphabet) for alphabet in alphabets) else None
