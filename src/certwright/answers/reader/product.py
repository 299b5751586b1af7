"""A product scheme as it is read: in the order of the spine, from its owner to the keeping of records."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from certwright.answers.facts.sheet import Fact, Table, Value, Word, words
from certwright.answers.pack_names import titled
from certwright.answers.reader.chapter import Chapter, Entry, Reading, stated
from certwright.answers.reader.competence import competence
from certwright.answers.words import said
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import LotSampling, PriorResults, Retest, ShareSampling, TypeSampling
from certwright.packs.model.scheme.life import Renewal, Validity
from certwright.packs.model.scheme.requirements import Criterion, QuantityLimit, Requirement
from certwright.packs.model.uncertain import NoneBecause


def chapters(scheme: ProductScheme, reading: Reading) -> Iterator[Chapter]:
    """The chapters of a product scheme."""
    yield _basis(scheme, reading)
    yield _documents(scheme)
    yield from _requirements(scheme, reading)
    yield _application(scheme)
    yield _tasks(scheme)
    yield _samples(scheme, reading)
    yield _classes(scheme, reading)
    yield _decision(scheme)
    yield _life(scheme, reading)
    yield _surveillance(scheme, reading)
    yield _measures(scheme, reading)
    yield _mark(scheme, reading)
    yield competence(scheme.competence)


def _basis(scheme: ProductScheme, reading: Reading) -> Chapter:
    owner = scheme.owner.name or (_("the body itself") if scheme.owner.who == "body" else _("somebody else"))
    accreditation = scheme.accreditation
    return Chapter(
        "basis",
        _("The scheme"),
        facts=stated(
            Fact(_("Owner"), owner),
            Fact(_("Object"), Word(scheme.object.value)),
            Fact(_("Type of ISO/IEC 17067"), scheme.type.value, note=scheme.type_because or ""),
            Fact(_("Accreditation"), accreditation.says if accreditation else None),
            Fact(_("Categories"), tuple(titled(item.title) for item in scheme.categories)),
            Fact(_("What the body must not have done for the client"), words(tuple(scheme.conflicts_screened))),
            Fact(_("Fees"), scheme.fees),
        ),
    )


def _documents(scheme: ProductScheme) -> Chapter:
    return Chapter(
        "documents",
        _("Documents it certifies against"),
        entries=tuple(
            Entry(
                f"document-{item.id}",
                item.title,
                " ".join(part for part in (item.reference, item.edition) if part),
                facts=stated(
                    Fact(_("Amendments"), item.amendments),
                    Fact(_("Clauses that apply"), item.clauses),
                    Fact(_("The edition before may stand until"), item.transition_until),
                ),
                source=item.source,
            )
            for item in scheme.documents
        )
        + tuple(
            Entry(f"reading-{item.id}", _("How it is read"), item.of, item.says,
                  stated(Fact(_("Agreed by"), item.agreed_by)), item.source)
            for item in scheme.interpretations
        ),
    )  # fmt: skip


def _requirements(scheme: ProductScheme, reading: Reading) -> Iterator[Chapter]:
    """One chapter per document, clause by clause."""
    titles = {item.id: item.title for item in scheme.documents}
    tasks = {item.id: item.title for item in scheme.tasks}
    classes = {item.id: item.title for item in scheme.nonconformity_classes}
    for document in dict.fromkeys(item.document for item in scheme.requirements):
        asked = [item for item in scheme.requirements if item.document == document]
        entries = tuple(_requirement(item, tasks, classes, reading) for item in asked)
        lead = _("What is asked, clause by clause.")
        yield Chapter(f"requirements-{document}", titles.get(document, document), lead, entries=entries)


def _requirement(item: Requirement, tasks: dict[str, str], classes: dict[str, str], reading: Reading) -> Entry:
    return Entry(
        f"requirement-{item.id}",
        item.title,
        item.clause,
        item.says,
        stated(
            Fact(_("Applies"), item.when),
            Fact(_("Met when"), item.criterion.says if item.criterion else None),
            Fact(_("Limits"), _limits(item.criterion, reading)),
            Fact(_("Specimens"), reading.value(item.criterion.specimens) if item.criterion else None),
            Fact(_("Determined by"), tasks.get(item.task, item.task), note=item.method),
            Fact(_("Evidence"), item.evidence),
            Fact(_("If it is not met"), classes.get(item.nonconformity_class or "")),
        ),
        item.source,
    )


def _limits(criterion: Criterion | None, reading: Reading) -> Value:
    return tuple(_limit(limit, reading) for limit in criterion.limits) if criterion else None


def _limit(limit: QuantityLimit, reading: Reading) -> Value:
    parts: list[Value] = [f"{limit.quantity}: "]
    if limit.at_least is not None:
        parts += [_("at least "), reading.value(limit.at_least, limit.unit)]
    if limit.at_least is not None and limit.at_most is not None:
        parts.append(", ")
    if limit.at_most is not None:
        parts += [_("at most "), reading.value(limit.at_most, limit.unit)]
    return tuple(parts)


def _application(scheme: ProductScheme) -> Chapter:
    return Chapter(
        "application",
        _("What an application says beyond the usual"),
        tables=(
            Table(
                "",
                (_("Asked for"), _("Form"), _("When")),
                tuple((item.label, item.choices or Word(item.form), Word(item.asked)) for item in scheme.application),
            ),
        ),
    )


def _tasks(scheme: ProductScheme) -> Chapter:
    return Chapter(
        "tasks",
        _("How conformity is determined"),
        entries=tuple(
            Entry(
                f"task-{item.id}",
                item.title,
                says=item.method,
                facts=stated(
                    Fact(_("Kind"), Word(item.determination.value)),
                    Fact(_("By"), Word(item.performer.value)),
                    Fact(_("At"), item.place),
                    Fact(_("When"), words(item.stages)),
                    Fact(_("Competence"), Word(item.competence)),
                    Fact(_("Accreditation demanded"), _("yes") if item.accreditation_demanded else None),
                ),
            )
            for item in scheme.tasks
        ),
        tables=(
            Table(
                _("Who may perform it"),
                (_("Kind"), _("By"), _("Accreditation"), _("Rule")),
                tuple(
                    (
                        Word(item.determination.value),
                        words(tuple(each.value for each in item.performers)),
                        Word(item.accreditation),
                        item.says,
                    )
                    for item in scheme.resources
                ),
            ),
        ),
    )


def _samples(scheme: ProductScheme, reading: Reading) -> Chapter:
    entries = []
    if scheme.selection:
        chosen = scheme.selection
        facts = stated(
            Fact(_("Families"), chosen.families),
            Fact(_("Worst case"), chosen.worst_case),
            Fact(_("Drawn by"), Word(chosen.drawn_by)),
        )
        entries.append(Entry("selection", _("What is chosen"), says=chosen.says, facts=facts))
    for plan in scheme.sampling_plans:
        entries.append(Entry(f"sampling-{plan.id}", _("Sampling"), plan.id, plan.says, _sampling(plan, reading)))
    prior = scheme.prior_results
    if isinstance(prior, PriorResults):
        facts = stated(
            Fact(_("Not older than"), reading.value(prior.longest_age)), Fact(_("Conditions"), prior.conditions)
        )
        entries.append(Entry("prior-results", _("Results of before the application"), says=prior.says, facts=facts))
    elif isinstance(prior, NoneBecause):
        entries.append(Entry("prior-results", _("Results of before the application: none"), says=prior.none_because))
    if isinstance(scheme.retest, Retest):
        again = scheme.retest
        facts = stated(
            Fact(_("Rounds"), reading.value(again.rounds)),
            Fact(_("On"), again.specimens),
            Fact(_("Within"), reading.value(again.within)),
        )
        entries.append(Entry("retest", _("Testing again after a failure"), says=again.says, facts=facts))
    return Chapter("samples", _("Samples and results"), entries=tuple(entries))


def _sampling(plan: TypeSampling | LotSampling | ShareSampling, reading: Reading) -> tuple[Fact, ...]:
    drawn = Fact(_("Drawn by"), Word(plan.drawn_by))
    match plan:
        case TypeSampling():
            counts = tuple((f"{count.task}: ", reading.value(count.specimens)) for count in plan.counts)
            return stated(drawn, Fact(_("Specimens"), counts))
        case LotSampling():
            return stated(
                drawn,
                Fact(_("Tables"), plan.plan),
                Fact(_("Level"), plan.level),
                Fact(_("Quality"), plan.quality),
                Fact(_("Class"), plan.nonconformity_class),
            )
        case ShareSampling():
            return stated(
                drawn,
                Fact(_("Of"), plan.of),
                Fact(_("Share"), reading.value(plan.per_cent, "%")),
                Fact(_("Every"), reading.value(plan.every)),
                Fact(_("At least"), plan.at_least),
            )


def _classes(scheme: ProductScheme, reading: Reading) -> Chapter:
    return Chapter(
        "nonconformities",
        _("What follows when something is not met"),
        entries=tuple(
            Entry(
                f"class-{item.id}",
                item.title,
                says=item.says,
                facts=stated(Fact(_("Closed by"), Word(item.cure.value)), Fact(_("Answer within"), item.answer_within)),
                source=item.source,
            )
            for item in scheme.nonconformity_classes
        ),
    )


def _decision(scheme: ProductScheme) -> Chapter:
    rule, maker, paper = scheme.decision_rule, scheme.decision_maker, scheme.attestation
    facts: list[Fact] = []
    if rule:
        facts.append(Fact(_("Granted when"), rule.says))
    if maker:
        facts += [
            Fact(_("Decided by"), Word(maker.who), note=maker.says),
            Fact(_("People at least"), maker.people),
            Fact(_("The reviewer may decide"), _("yes") if maker.reviewer_may_decide else _("no")),
        ]
    if paper:
        facts += [
            Fact(_("The certificate is called"), titled(paper.title)),
            Fact(_("It also says"), paper.fields),
            Fact(_("Languages"), paper.languages),
            Fact(_("It does not cover"), paper.not_covered),
        ]
    questions = Table(_("The review asks"), (_("Question"),), tuple((item.asks,) for item in scheme.review))
    return Chapter("decision", _("Review, decision, certificate"), facts=stated(*facts), tables=(questions,))


def _life(scheme: ProductScheme, reading: Reading) -> Chapter:
    validity, renewal, retention = scheme.validity, scheme.renewal, scheme.retention
    facts: list[Fact] = []
    if isinstance(validity, Validity):
        ends = tuple((f"{end.event}: ", reading.value(end.period)) for end in validity.latest_of)
        facts += [
            Fact(_("A certificate holds for"), reading.value(validity.period)),
            Fact(_("Or until the latest of"), ends),
            Fact(_("It ends earlier with"), validity.ends_with),
        ]
    elif isinstance(validity, NoneBecause):
        facts.append(Fact(_("A certificate is open ended"), validity.none_because))
    if isinstance(renewal, Renewal):
        starts = reading.value(renewal.starts_before_end)
        facts += [Fact(_("Renewal starts before the end"), starts), Fact(_("Renewal"), renewal.says)]
    elif isinstance(renewal, NoneBecause):
        facts.append(Fact(_("No renewal"), renewal.none_because))
    if retention:
        facts += [Fact(_("Records are kept"), retention.says), Fact(_("For"), reading.value(retention.period))]
    return Chapter("life", _("Validity, renewal, records"), facts=stated(*facts))


def _surveillance(scheme: ProductScheme, reading: Reading) -> Chapter:
    plan = scheme.plan
    if plan is None:
        none = scheme.surveillance
        lead = none.none_because if isinstance(none, NoneBecause) else ""
        return Chapter("surveillance", _("Surveillance"), facts=stated(Fact(_("None"), lead)))
    return Chapter(
        "surveillance",
        _("Surveillance"),
        facts=(Fact(_("Decided"), plan.decided), Fact(_("When it fails or is late"), plan.escalation)),
        entries=tuple(
            Entry(
                f"surveillance-{item.id}",
                item.id.replace("-", " ").capitalize(),
                says=item.says,
                facts=stated(
                    Fact(_("Every"), reading.value(item.interval)),
                    Fact(_("Tolerance"), reading.value(item.tolerance)),
                    Fact(_("Notice"), Word(item.notice)),
                    Fact(_("Unannounced"), reading.value(item.unannounced_per_cent, "%")),
                    Fact(_("Serves"), Word(item.function.value)),
                ),
                source=item.source,
            )
            for item in plan.activities
        ),
    )


def _measures(scheme: ProductScheme, reading: Reading) -> Chapter:
    changes = Table(
        _("Changes"),
        (_("Change"), _("Needs"), _("Rule")),
        tuple((Word(item.change), Word(item.needs), item.says) for item in scheme.changes),
    )
    reports = scheme.owner_reports if isinstance(scheme.owner_reports, tuple) else ()
    told = Table(
        _("Who is told"),
        (_("What"), _("To"), _("Within")),
        tuple((item.what, item.to, reading.value(item.within)) for item in reports),
    )
    return Chapter(
        "measures",
        _("Changes and measures"),
        entries=tuple(
            Entry(
                f"measure-{item.measure}",
                said(item.measure).capitalize(),
                says=item.then,
                facts=stated(Fact(_("When"), item.when), Fact(_("At most"), reading.value(item.longest))),
            )
            for item in scheme.measures
        ),
        tables=(changes, told),
    )


def _mark(scheme: ProductScheme, reading: Reading) -> Chapter:
    rules, directory = scheme.mark_rules, scheme.directory
    facts: list[Fact] = []
    if rules:
        facts += [
            Fact(_("Mark"), rules.name),
            Fact(_("Owner"), rules.owner),
            Fact(_("May stand on"), words(tuple(place.value for place in rules.places))),
            Fact(_("Height at least"), reading.value(rules.artwork.least_height_mm, "mm")),
            Fact(_("Colours"), rules.artwork.colours),
            Fact(_("Beside it stands"), rules.beside),
            Fact(_("What was certified is found"), rules.lookup),
            Fact(_("Control"), rules.control_says),
            Fact(_("Never claimed"), rules.claims_forbidden),
            Fact(_("After the end"), rules.after_end),
        ]
    elif isinstance(scheme.mark, NoneBecause):
        facts.append(Fact(_("No mark"), scheme.mark.none_because))
    if directory:
        facts.append(Fact(_("The directory shows"), directory.fields))
    return Chapter("mark", _("Mark and directory"), facts=stated(*facts))
