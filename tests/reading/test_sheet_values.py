import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_app.reading.sheet_values import shown

MAY = dt.datetime(2024, 5, 4, 15, 7, 9)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1843, "General", "1843"),
        (1843.0, "General", "1843"),
        (1e20, "General", "1E+20"),
        (0.1 + 0.2, "General", "0.3"),
        (2.5, "0", "3"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567, '0.0,,"M"', "1.2M"),
        (0.5, "0%", "50%"),
        (7, "000", "007"),
        (1.5, "0.0##", "1.5"),
        (-7, "0.00", "-7.00"),
        (-7, "0;(0)", "(7)"),
        (-0.001, "0.00", "0.00"),
        (0, '0;-0;"none"', "none"),
        (12.5, "[$€-407] #,##0.00", "€ 12.50"),
        (12.5, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)', "$12.50"),
        (-12.5, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)', "($12.50)"),
        (12345, "0.00E+00", "1.23E+4"),
        # What has no such simple form is shown plainly.
        (0.25, "# ?/?", "0.25"),
        (5551234, "000-0000", "5551234"),
        (7, "@", "7"),
        (True, "General", "TRUE"),
        (False, "0", "FALSE"),
        ("a  b\n\nc", "0.00", "a b\nc"),
        (None, "0", ""),
        (MAY, "mm-dd-yy", "2024-05-04 15:07"),
        (MAY, "d/m/yyyy h:mm", "4/5/2024 15:07"),
        (MAY, "dddd, mmmm dd, yyyy", "Saturday, May 04, 2024"),
        (MAY, "[$-F800]ddd d mmm yy", "Sat 4 May 24"),
        (MAY, "h:mm AM/PM", "3:07 PM"),
        (MAY, "mm:ss", "07:09"),
        (dt.date(2024, 5, 4), "mmm\\-yy", "May-24"),
        (dt.datetime(2024, 5, 4), "General", "2024-05-04"),
        (dt.time(9, 5), "hh:mm", "09:05"),
        (dt.timedelta(hours=30, minutes=5), "[h]:mm:ss", "30:05:00"),
    ],
)
def test_values_as_their_format_shows_them(value: object, code: str, text: str) -> None:
    """The number formats that sheets are full of."""
    assert shown(value, code) == text


@given(
    value=st.one_of(
        st.floats(allow_nan=False, allow_infinity=False), st.integers(), st.datetimes()
    ),
    code=st.text(alphabet='0#?.,%E+-;"\\[]$@ymdhs/ _*AP', max_size=12),
)
def test_any_format_gives_a_text(value: object, code: str) -> None:
    """No number format is too odd to show something of the value, or the literals it asks for."""
    assert shown(value, code).isprintable()
