"""JUnit XML, the form of test reports: one row a test case, with its verdict. No entities, no document types."""

import io
from collections.abc import Iterator

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from certwright.intake.limits import Limits
from certwright.intake.opening import Opened
from certwright.intake.problem import FileRefused
from certwright.intake.tables.row import Row

_VERDICTS = {"failure": "failed", "error": "failed", "skipped": "skipped"}


def junit_rows(opened: Opened, encoding: str | None, limits: Limits) -> Iterator[Row]:
    """Test cases in the order of the report: ``suite``, ``name``, ``seconds``, ``verdict``, ``message``.

    ``verdict`` is ``passed``, ``failed`` or ``skipped``: a skipped test was not run. XML says its own encoding.
    """
    number, suite, seen = 0, "", False
    try:
        for happened, element in iterparse(io.BytesIO(opened.content), events=("start", "end"), forbid_dtd=True):
            if element.tag == "testsuite" and happened == "start":
                suite, seen = element.get("name", ""), True
            if element.tag != "testcase" or happened != "end":
                continue
            number += 1
            told = next((child for child in element if child.tag in _VERDICTS), None)
            message = "" if told is None else (told.get("message") or told.text or "")
            cells = {
                "suite": suite,
                "name": element.get("name", ""),
                "seconds": element.get("time", ""),
                "verdict": "passed" if told is None else _VERDICTS[told.tag],
                "message": message[: limits.cell],
            }
            yield Row(number, 0, cells)
            element.clear()
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise FileRefused(
            "file-cut-off", f"The report is not sound XML: {error}.", "Fetch the report again."
        ) from error
    if not seen:
        raise FileRefused("file-is-no-table", "The XML is no test report.", "Bring a report in the JUnit form.")
