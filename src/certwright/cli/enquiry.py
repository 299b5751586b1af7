"""Which standard? A few answers lead to object, standard and schemes, with why, and what the certification is not.

    object: management-system          # product, process, service, management-system, person, laboratory, unclear
    wants_mark_on_product: "no"        # "yes", "no", unclear
    conforms_with: ISO 9001            # as the enquirer calls it
    demanded_by: customer              # law, customer, scheme-owner, own-wish, unclear
    countries: [Poland]
    needs_accredited: "yes"            # "yes", "no", unclear

Answers come from a file, from options, or from both; an option counts more, and what nobody answers is unclear.
Offered is what this installation's body adopted, accredited where its own accreditation holds it today; with
``--shipped`` it is everything the program ships. Nothing is recorded. The status is 1 while something is still open or
does not go together.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from certwright.cli import django_commands
from certwright.cli.act_file import ActFile, read_document
from certwright.cli.matrix_record import recorded
from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.core.acts.enquiry import AnswerQuestions
from certwright.core.acts.problems import field_problems
from certwright.core.enquiries import Guidance, Offer, Point, guide
from certwright.core.enquiry_words import QUESTIONS, sentence, text
from certwright.core.objects import object_of
from certwright.packs import shipped
from certwright.packs.model.product import ProductScheme

JSON = {
    "answers": "what the guide was told",
    "clear": "whether the enquiry can be settled as guided",
    "object": "product, process, service, management-system, or null",
    "standard": "the accreditation standard, or null",
    "packs": "the standards and schemes",
    "accredited": "accredited, non-accredited, or null while that is open",
    "why": "sentences",
    "is_not": "sentences: what the certification is not",
    "ask": "sentences: what is still to be answered",
    "conflicts": "sentences: what does not go together",
    "elsewhere": "a sentence, if it is no certification of this body at all, or null",
}
STANDARDS = ("iso-iec-17065", "iso-iec-17021-1")
OPEN = {
    "object": "unclear",
    "wants_mark_on_product": "unclear",
    "demanded_by": "unclear",
    "needs_accredited": "unclear",
}
"""What an enquirer said who said nothing."""


def add_arguments(parser: ArgumentParser) -> None:
    """The answers, from a file or one by one, and what is offered."""
    parser.add_argument("file", metavar="FILE.yaml", type=Path, nargs="?", help="the answers")
    for question in QUESTIONS:
        option = f"--{question.field.replace('_', '-')}"
        if question.field == "countries":
            parser.add_argument(option, metavar="COUNTRY", nargs="+", help=question.asks)
        else:
            parser.add_argument(option, choices=[*question.choices] or None, help=question.asks)
    parser.add_argument("--shipped", action="store_true", help="as if the body offered all packs, accredited")


def run(options: Namespace) -> Outcome:
    """Ask the guide."""
    answers = _answers(options)
    found = guide(answers, *(_all_that_is_shipped() if options.shipped else _of_the_body()))
    status = Status.DONE if found.is_clear else Status.FAULT
    return Outcome(_data(answers, found), text(found).rstrip("\n"), status)


def _answers(options: Namespace) -> AnswerQuestions:
    said = {name: given for question in QUESTIONS if (given := getattr(options, name := question.field)) is not None}
    if options.file is None:
        return _read({**OPEN, **said}, None)
    document = read_document(options.file)
    if not isinstance(document.value, Mapping):
        raise BadInput(Problem("Answers are written as “object:” and so on.", "See: certwright enquiry --help",
                               str(options.file), 1))  # fmt: skip
    return _read({**OPEN, **document.value, **said}, ActFile(options.file, None, (), document))


def _read(fields: Mapping[str, Any], file: ActFile | None) -> AnswerQuestions:
    try:
        return AnswerQuestions.model_validate(fields)
    except ValidationError as error:
        if file is not None:
            raise BadInput(*file.problems(error, AnswerQuestions, ())) from error
        told = field_problems(error, AnswerQuestions)
        raise BadInput(*(Problem(each.says, field=each.path) for each in told)) from error


def _all_that_is_shipped() -> tuple[Sequence[Offer], Sequence[str]]:
    packs = [volume.pack for volume in shipped.library() if object_of(volume.pack)]
    return [Offer(pack, not _is_never_accredited(pack)) for pack in packs], STANDARDS


def _is_never_accredited(pack: object) -> bool:
    scheme = pack if isinstance(pack, ProductScheme) else None
    return bool(scheme and scheme.accreditation and scheme.accreditation.status == "not-offered")


def _of_the_body() -> tuple[Sequence[Offer], Sequence[str]]:
    record = recorded()
    return _offered(record.day), record.standards_in_use


def _offered(day: date) -> Sequence[Offer]:
    with django_commands.record():
        from certwright.answers.offers import offers

        return offers(day)


def _data(answers: AnswerQuestions, found: Guidance) -> Mapping[str, Any]:
    return {
        "answers": answers.model_dump(mode="json"),
        "clear": found.is_clear,
        "object": found.object,
        "standard": found.standard,
        "packs": list(found.packs),
        "accredited": found.accredited,
        "why": _said(found.why),
        "is_not": _said(found.is_not),
        "ask": _said(found.ask),
        "conflicts": _said(found.conflicts),
        "elsewhere": sentence(found.elsewhere) if found.elsewhere else None,
    }


def _said(points: Iterable[Point]) -> list[str]:
    return [sentence(point) for point in points]
