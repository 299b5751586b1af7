"""The clause matrix as one page that prints well and needs nothing but itself."""

from collections.abc import Sequence
from html import escape

_STYLE = """
:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 78rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8884 }
thead { display: table-header-group } tr { break-inside: avoid }
.enforced-in-full { color: light-dark(#1a7431, #6fd28b) } .enforced-in-part { color: light-dark(#8a5300, #f7c164) }
.open { color: light-dark(#b42323, #ff9a93) }
@media print { body { margin: 0; max-width: none; font-size: 9px } }
"""


def page(title: str, table: Sequence[Sequence[str]], summary: str) -> str:
    """The table (its first row is the head) as an HTML page with a title and a line that sums it up."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table[0])
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>\n" for row in table[1:])
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n<h1>{escape(title)}</h1>\n<p>{escape(summary)}</p>\n"
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</html>\n"
    )


def _cell(text: str) -> str:
    known = text in {"enforced in full", "enforced in part", "open"}
    kind = f' class="{text.replace(" ", "-")}"' if known else ""
    return f"<td{kind}>{escape(text)}</td>"
