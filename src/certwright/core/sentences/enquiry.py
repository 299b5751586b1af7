"""Settling an enquiry."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "enquiry-declined": Sentence("{enquiry} was declined.", "Open a new enquiry if there is something new."),
    "question-open": Sentence(
        "{enquiry} leaves open: {question}.", "Ask whoever wants to see the certificate, and record the answers first."
    ),
    "answers-contradict": Sentence(
        "{enquiry} contradicts itself. {problem}",
        "Clear it up with the enquirer, record the answers anew, then settle.",
    ),
    "accredited-was-asked-for": Sentence(
        "{enquiry} asks for accredited certification, and it would be settled without.",
        "Agree on that with the enquirer and record the answer, or decline.",
    ),
    "not-in-accredited-scope": Sentence(
        "Accreditation for {pack} ({areas}) cannot be claimed on {day} ({why}).",
        "Name the accreditation that holds it, or go on without accreditation if the client agrees.",
    ),
    "scheme-never-accredited": Sentence(
        "The scheme {pack} is never offered as accredited.", "Go on without accreditation if the client agrees."
    ),
}
