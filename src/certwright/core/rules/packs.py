"""What makes a pack fit to drive the process (ISO/IEC 17065 7.1; ISO/IEC 17021-1 8.1.2, 9.1)."""

from collections import Counter
from collections.abc import Iterator

from certwright.core.acts.pack import AdoptPack
from certwright.core.dossiers import PackDossier
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.core.schemes.validate import blocking
from certwright.packs.adoption import unsettled
from certwright.packs.model.product import ProductScheme

SCHEME_REQUIREMENTS = ("17065:2012 7.1.2", "17021-1:2015 9.1.1")


@rule("packs.text-is-sound", asks=SCHEME_REQUIREMENTS, force=RECORD)
def text_is_sound(act: AdoptPack, known: Known) -> Iterator[Refusal]:
    """The adopted text is in store, is a pack, and holds together."""
    if act.text in known.faulty:
        for problem in known.faulty[act.text]:
            yield refusal("pack-text-faulty", pack=act.pack, problem=problem)
    elif act.text not in known.packs:
        yield refusal("pack-text-missing", pack=act.pack, text=act.text)


@rule("packs.text-is-the-one-named", asks=SCHEME_REQUIREMENTS, force=RECORD)
def text_is_the_one_named(act: AdoptPack, dossier: PackDossier, known: Known) -> Iterator[Refusal]:
    """The pack, edition and dossier named are those of the text."""
    pack = known.packs.get(act.text)
    if pack is not None and (pack.pack, pack.edition) != (act.pack, act.edition):
        yield refusal("pack-text-of-another", pack=f"{pack.pack} {pack.edition}", named=f"{act.pack} {act.edition}")
    if dossier.name != act.pack:
        yield refusal("pack-in-foreign-dossier", pack=act.pack, dossier=dossier.id)


@rule("packs.uncertain-values-are-set", asks=SCHEME_REQUIREMENTS, force=RECORD)
def uncertain_values_are_set(act: AdoptPack, known: Known) -> Iterator[Refusal]:
    """What nobody could confirm is settled by the body, knowingly, before anything rests on it."""
    for name, times in Counter(value.name for value in act.values).items():
        if times > 1:
            yield refusal("value-given-twice", name=name)
    if pack := known.packs.get(act.text):
        for problem in unsettled(pack, {value.name: value.value for value in act.values}):
            yield refusal("value-not-settled", name=problem.name, problem=problem.says, remedy=problem.remedy)


@rule(
    "packs.scheme-is-complete",
    asks=("17065:2012 7.1.1", "17065:2012 7.1.2"),
    force=HARD,
    answers=("R-01", "R-02", "R-03", "R-04", "R-05", "R-07", "R-08", "R-09"),
)
def scheme_is_complete(act: AdoptPack, known: Known) -> Iterator[Refusal]:
    """A product scheme is adopted only when it says all a scheme must say."""
    pack = known.packs.get(act.text)
    if isinstance(pack, ProductScheme):
        for problem in blocking(pack):
            yield refusal(
                "scheme-incomplete", pack=act.pack, problem=problem.says, remedy=problem.remedy, of=problem.rule
            )


@rule("packs.rests-on-adopted-packs", asks=SCHEME_REQUIREMENTS, force=RECORD)
def rests_on_adopted_packs(act: AdoptPack, known: Known) -> Iterator[Refusal]:
    """A pack names the packs it refers to, all of them; that they are adopted is asked of every named dossier."""
    if pack := known.packs.get(act.text):
        referred = {reference.pack for reference in pack.references()} - {pack.pack}
        for name in sorted(referred ^ set(act.rests_on)):
            yield refusal("rests-on-wrong", pack=act.pack, name=name)


@rule("packs.adopted-once", asks=SCHEME_REQUIREMENTS, force=RECORD)
def adopted_once(act: AdoptPack, dossier: PackDossier) -> Iterator[Refusal]:
    """The same text with the same values is not adopted a second time in a row."""
    if dossier.adoptions:
        last = dossier.adoptions[-1]
        if (last.text, last.values) == (act.text, act.values):
            yield refusal("pack-already-adopted", pack=act.pack, edition=act.edition, day=last.adopted_on)
