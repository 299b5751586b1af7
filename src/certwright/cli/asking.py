"""Asking somebody at a terminal, until the answers will do."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable

from pydantic import ValidationError

from certwright.cli.founding import QUESTIONS, Answers, Founding, Question, founding, problems
from certwright.cli.outcome import BadInput, Problem

Ask = Callable[[str], str]
"""Shows a question and gives back what was typed."""


def add_options(parser: ArgumentParser) -> None:
    """One option per question."""
    for question in QUESTIONS:
        usual = f"; else {question.usual}" if question.usual else ""
        parser.add_argument(f"--{question.option}", metavar="TEXT", help=f"{question.asks}{usual}")


def answered(options: Namespace) -> Answers:
    """The answers that were given as options, with what is usual where nothing was said."""
    given = {question: getattr(options, question.name) or question.usual for question in QUESTIONS}
    return {question.path: answer for question, answer in given.items() if answer}


def without_asking(answers: Answers) -> Founding:
    """The founding, or every option that is missing or wrong (BadInput)."""
    try:
        return founding(answers)
    except ValidationError as error:
        raise BadInput(*(Problem(told.says, field=_option(told.path)) for told in problems(error))) from error


def by_asking(options: Namespace, ask: Ask, tell: Callable[[str], None]) -> Founding:
    """Ask for everything that was not given as an option, and again for what will not do."""
    answers = {q.path: value for q in QUESTIONS if (value := getattr(options, q.name))}
    _ask([question for question in QUESTIONS if question.path not in answers], answers, ask)
    while True:
        try:
            return founding(answers)
        except ValidationError as error:
            wrong = problems(error)
        again = [q for q in QUESTIONS if any(told.path.startswith(q.path) for told in wrong)]
        for told in wrong:
            tell(f"{_option(told.path)}: {told.says}")
        _ask(again or list(QUESTIONS), answers, ask)


def _ask(questions: Iterable[Question], answers: Answers, ask: Ask) -> None:
    for question in questions:
        if question.path in ("first_authoriser.id", "first_authoriser.email") and not answers.get(
            "first_authoriser.name"
        ):
            continue
        hint = f" [{question.usual}]" if question.usual else " (may be left empty)" if question.optional else ""
        answer = ask(f"{question.asks}{hint}: ").strip() or question.usual
        answers.pop(question.path, None)
        if answer:
            answers[question.path] = answer


def _option(path: str) -> str:
    """The option that answers what stands at ``path``, or the path itself."""
    return next((f"--{q.option}" for q in QUESTIONS if path.startswith(q.path)), path)
