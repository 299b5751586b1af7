"""Showing the values of dossiers: ``{% load dossiers %}{% shown value %}``. Names are looked up in ``names``."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from certwright.answers.captions import caption
from certwright.answers.facts.sheet import (
    Clause,
    Days,
    File,
    Gone,
    Open,
    PackRef,
    Period,
    Ref,
    Stands,
    Value,
    Word,
)
from certwright.answers.pack_names import pack_said, titled
from certwright.answers.why import in_days
from certwright.answers.words import said, tone
from certwright.core.dossiers.pin import Pin
from certwright.design.icons import icon
from certwright.design.templatetags.look import tone_icon
from certwright.web.dossier.moment import Moment
from certwright.web.dossier.places import act_address, clause_url, dossier_url, file_url, pack_url, pin_url

register = template.Library()

Names = Mapping[str, str]
_LONG = 60
"""Characters from which a text is a text, and several of them a list."""
_SAID_BY_THE_VALUE = frozenset({"day", "period", "choice", "yes or no"})
"""Units that a value says by itself."""
_MANY = 8
"""Items from which a list is folded up."""


@register.simple_tag(takes_context=True)
def shown(context: Context, value: Value) -> SafeString:
    """A value by itself: a word begins with a capital, several values are a list."""
    return html(value, _names(context))


@register.simple_tag(takes_context=True)
def told(context: Context, pieces: tuple[Value, ...]) -> SafeString:
    """A sentence in pieces: everything within one line, words as they stand in a sentence."""
    names = _names(context)
    return format_html_join("", "{}", ((_inline(piece, names),) for piece in pieces))


@register.simple_tag(takes_context=True)
def plain(context: Context, pieces: tuple[Value, ...]) -> str:
    """A sentence in pieces as plain text: for titles, where nothing can be linked."""
    return unescape(strip_tags(told(context, pieces)))


@register.simple_tag
def day(value: date | None) -> SafeString:
    """A day as people write it: 23 November 2026."""
    return _day(value) if value else mark_safe("")  # nothing is in it


@register.filter
def stated(value: Any) -> bool:
    """Whether a cell says anything."""
    return value not in (None, (), "")


@register.simple_tag
def left(days: int) -> str:
    """How far a last day is away, in words."""
    if days == 0:
        return gettext("today")
    if days < 0:
        return ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}
    return ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days}


@register.simple_tag
def clauses(cited: Sequence[str]) -> SafeString:
    """Clauses, each linked to where the matrix shows it."""
    links = format_html_join(", ", "{}", ((clause(each),) for each in cited))
    return format_html('<span class="clauses">{}</span>', links) if cited else links


@register.filter
def name_of(names: Names, dossier: str) -> str:
    """What a dossier is called."""
    return names.get(dossier) or caption(dossier, "", names)


@register.filter
def key(dossier: str) -> str:
    """The id of a dossier without its kind, as addresses hold it."""
    return dossier.partition(":")[2]


@register.simple_tag
def clause_address(cited: str) -> str:
    """Where the matrix shows a clause."""
    return clause_url(cited)


@register.simple_tag
def dossier_address(dossier: str) -> str:
    """The page of a dossier."""
    return dossier_url(dossier)


@register.simple_tag
def act_url(dossier: str, act: str) -> str:
    """The page of one act of a dossier."""
    return act_address(dossier, act)


@register.simple_tag
def moment_query(moment: Moment, **more: str | int | None) -> str:
    """The end of an address that keeps the moment and adds to it."""
    told = urlencode({name: value for name, value in more.items() if value})
    return f"{moment.query}&{told}" if moment.query and told else moment.query or (f"?{told}" if told else "")


@register.simple_tag(takes_context=True)
def shown_row(context: Context, value: Value) -> SafeString:
    """A value, or the cells of a line of a table one after the other."""
    names = _names(context)
    if not isinstance(value, tuple):
        return html(value, names)
    cells = [item for item in value if item not in (None, (), "")]
    return format_html_join(" · ", "{}", ((html(item, names),) for item in cells))


@register.filter
def said_word(word: str) -> str:
    """A word of the vocabulary as people say it."""
    return said(word)


@register.filter(name="titled")
def in_the_page_s_language(title: Mapping[str, str]) -> str:
    """A title of a pack in the language of the page."""
    return titled(title)


@register.filter(name="pack_said")
def pack_called(pack: str) -> str:
    """A standard or scheme as people say it."""
    return pack_said(pack)


@register.filter
def is_number(value: object) -> bool:
    """Whether a cell holds a number."""
    return isinstance(value, int | Decimal)


@register.filter
def is_day(value: object) -> bool:
    """Whether a cell holds a day."""
    return isinstance(value, date)


def _names(context: Context) -> Names:
    return context.get("names") or {}


def html(value: Value, names: Names) -> SafeString:
    """A value as markup."""
    if isinstance(value, tuple):
        return _several(value, names)
    if isinstance(value, Word):
        return _word(value)
    if isinstance(value, str) and ("\n" in value or len(value) > _LONG):
        return format_html('<span class="prose">{}</span>', value)
    return _inline(value, names)


def _word(value: Word) -> SafeString:
    text, colour = said(value.word), tone(value.word)
    text = text[:1].upper() + text[1:]
    if not colour:
        return conditional_escape(text)
    return _status(text, colour)


def _status(text: str, colour: str) -> SafeString:
    return format_html('<span class="status {}">{}{}</span>', colour, tone_icon(colour, 14), text)


def _inline(value: Value, names: Names) -> SafeString:
    match value:
        case None:
            return conditional_escape("")
        case Ref():
            return _link(dossier_url(value.dossier), names.get(value.dossier) or caption(value.dossier, "", names))
        case PackRef():
            return _link(pack_url(value.pack), pack_said(value.pack))
        case Pin():
            edition = value.edition if value.edition in pack_said(value.pack) else f" {value.edition}"
            return _link(pin_url(value), f"{pack_said(value.pack)}{edition}")
        case Stands():
            return _status(str(value.says), value.tone)
        case Word():
            return conditional_escape(said(value.word))
        case Clause():
            return clause(value.cited)
        case Days():
            return _days(value)
        case Period():
            return conditional_escape(_period(value))
        case File():
            return _file(value, names)
        case Open():
            return _open(value)
        case Gone():
            return format_html('<span class="quiet">{}{}</span>', icon("eraser", 14), gettext(" Erased"))
        case date():
            return _day(value)
        case Decimal():
            return conditional_escape(f"{value.normalize():f}")
        case tuple():
            return format_html_join("", "{}", ((_inline(item, names),) for item in value))
        case _:
            return conditional_escape(str(value))


def clause(cited: str) -> SafeString:
    """A clause with standard and edition, linked to where the matrix shows it."""
    url = clause_url(cited)
    return format_html('<a class="clause" href="{}">{}</a>', url, cited) if url else format_html(
        '<span class="clause">{}</span>', cited
    )  # fmt: skip


def _several(values: tuple[Value, ...], names: Names) -> SafeString:
    if len(values) == 1:
        return html(values[0], names)
    texts = [item for item in values if not isinstance(item, Ref | Word | PackRef | Clause)]
    short = all(len(str(item)) <= _LONG for item in texts if isinstance(item, str)) and not any(
        isinstance(item, tuple) for item in texts
    )
    if short and len(values) <= _MANY:
        return format_html_join(", ", "{}", ((_in_line(item, at, names),) for at, item in enumerate(values)))
    items = format_html_join("", "<li>{}</li>", ((_inline(item, names),) for item in values))
    if len(values) <= _MANY:
        return format_html('<ul class="values">{}</ul>', items)
    count = ngettext("%(count)d item", "%(count)d items", len(values)) % {"count": len(values)}
    return format_html('<details class="many"><summary>{}</summary><ul class="values">{}</ul></details>', count, items)


def _in_line(value: Value, at: int, names: Names) -> SafeString:
    """One of several in a line: only the first begins with a capital."""
    return html(value, names) if at == 0 and isinstance(value, Word) and not tone(value.word) else _inline(value, names)


def _link(url: str, text: str) -> SafeString:
    return format_html('<a href="{}">{}</a>', url, text) if url else conditional_escape(text)


def _file(value: File, names: Names) -> SafeString:
    """A file by the name it was handed in under, or the beginning of its digest."""
    text = names.get(value.digest) or gettext("File %(digest)s") % {"digest": value.digest[7:19]}
    if not value.dossier:
        return conditional_escape(text)
    return format_html('<a class="file" href="{}">{}<bdi>{}</bdi></a>', file_url(value), icon("file-down", 14), text)


def _day(value: date) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, "DATE_FORMAT"))


def _days(value: Days) -> SafeString:
    first, last = value.first, value.last
    if first is None and last is None:
        return conditional_escape(gettext("without limit"))
    if first is None or last is None:
        one = first or last
        assert one is not None
        return format_html("{} {}", gettext("from") if first else gettext("until"), _day(one))
    if first == last:
        return _day(first)
    same_month = (first.year, first.month) == (last.year, last.month)
    short = "DAY_FORMAT" if same_month else "MONTH_DAY_FORMAT" if first.year == last.year else "DATE_FORMAT"
    begin = format_html('<time datetime="{}">{}</time>', first.isoformat(), date_format(first, short))
    return format_html("{} – {}", begin, _day(last))


def _open(value: Open) -> SafeString:
    """A value the body sets, with a badge that says so: nobody could confirm it."""
    unit = "" if value.unit in _SAID_BY_THE_VALUE else value.unit
    if value.set_to:
        text, note = in_days(f"{value.set_to} {unit}".strip()), gettext("set by the body")
    elif value.suggested:
        text, note = in_days(f"{value.suggested} {unit}".strip()), gettext("suggested, unsure")
    else:
        text, note = gettext("not set"), gettext("unsure")
    return format_html(
        '{} <a class="badge warn" href="#value-{}">{}{}</a>', text, value.name, icon("circle-question-mark", 12), note
    )


def _period(value: Period) -> str:
    match value.unit:
        case "months":
            return ngettext("%(n)d month", "%(n)d months", value.amount) % {"n": value.amount}
        case "working days":
            return ngettext("%(n)d working day", "%(n)d working days", value.amount) % {"n": value.amount}
        case _:
            return ngettext("%(n)d day", "%(n)d days", value.amount) % {"n": value.amount}
