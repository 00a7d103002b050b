"""What indexing runs did, taken together."""

from collections.abc import Sequence

from msgspec.structs import replace

from qa_app.model import IndexReport


def joined(reports: Sequence[IndexReport]) -> IndexReport:
    """Several runs told as one; there is at least one."""
    whole = reports[0]
    for report in reports[1:]:
        whole = replace(
            whole,
            n_added=whole.n_added + report.n_added,
            n_changed=whole.n_changed + report.n_changed,
            n_removed=whole.n_removed + report.n_removed,
            n_moved=whole.n_moved + report.n_moved,
            n_unchanged=whole.n_unchanged + report.n_unchanged,
            n_encoded=whole.n_encoded + report.n_encoded,
            n_examined=whole.n_examined + report.n_examined,
            took_s=whole.took_s + report.took_s,
            cancelled=whole.cancelled or report.cancelled,
            problems=whole.problems + report.problems,
        )
    return whole
