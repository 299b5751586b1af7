"""What a certification is on a day, after any sequence of decisions, wise or not: the fold never refuses."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

import system_case as system
from certwright.core.acts.act import Act
from certwright.core.dossiers import Certification
from certwright.core.dossiers.attested import LicenceStanding, certificate_on, licence_standing
from certwright.core.dossiers.certification import Standing
from small_body import act

FIRST = date(2025, 1, 1)
DAYS = st.integers(0, 60).map(lambda number: FIRST + timedelta(days=number))
KINDS = ["grant", "renew", "suspend", "suspend-part", "restore", "withdraw", "terminate", "maintain", "refuse"]


@st.composite
def decisions(draw: st.DrawFn) -> list[system.Dated]:
    """Decisions in the order of their days, each effective on its day or later; spans end or run on."""
    made: list[system.Dated] = []
    for day in sorted(draw(st.lists(DAYS, max_size=12))):
        kind = draw(st.sampled_from(KINDS))
        effective = day + timedelta(days=draw(st.integers(0, 10)))
        last_day = draw(st.none() | st.integers(0, 30).map(lambda length: effective + timedelta(days=length)))  # noqa: B023
        made.append((_act(kind, effective, last_day), day))
    return made


def _act(kind: str, effective: date, last_day: date | None) -> Act:
    if kind == "terminate":
        return act(
            "certification.terminate",
            requested_on=FIRST.isoformat(),
            request="Please.",
            last_day=effective.isoformat(),
            agreement="agreement:g-1",
        )
    fields: dict[str, object] = {"effective_from": effective.isoformat()}
    if kind in {"grant", "renew"}:
        fields["last_day"] = last_day.isoformat() if last_day else None
    if kind == "suspend-part":
        kind, fields["sites"] = "suspend", ["1"]
    return system.decide(kind, **fields)


def folded(made: list[system.Dated]) -> Certification:
    licence = act(
        "certification.license-mark",
        pack=system.QMS,
        licence="L-1",
        mark="mark",
        media=["papers"],
        lookup_key="L-1",
        valid_from=FIRST.isoformat(),
    )
    return system.certification(first=[(system.opened(), FIRST), (licence, FIRST), *made])


@given(decisions())
@settings(deadline=None)
def test_never_valid_before_after_or_while_suspended(made: list[system.Dated]) -> None:
    about = folded(made)
    for number in range(-1, 110):
        day = FIRST + timedelta(days=number)
        if about.standing(day) not in {Standing.VALID, Standing.PARTLY_SUSPENDED}:
            continue
        begun = [one for one in about.decisions if one.kind in {"grant", "renew"} and one.effective_from <= day]
        assert begun, "valid before its first day"
        assert begun[-1].last_day is None or day <= begun[-1].last_day, "valid after its last day"
        assert not [one for one in about.decisions if one.kind == "withdraw" and one.effective_from <= day]
        assert about.terminated_after is None or day <= about.terminated_after
        if about.standing(day) is Standing.VALID:
            assert not about.suspended_on(day)


@given(decisions())
@settings(deadline=None)
def test_an_unlifted_suspension_holds_until_expiry_at_least(made: list[system.Dated]) -> None:
    """I1: from its first day on, what was suspended as a whole is not valid before a restoration or a late renewal."""
    about = folded(made)
    for index, decision in enumerate(about.decisions):
        whole = any(pause.act == decision.act and not pause.is_partial for pause in about.suspensions)
        lifted = [
            one.effective_from for one in about.decisions[index + 1 :] if one.kind in {"restore", "renew", "grant"}
        ]
        if not whole:
            continue
        day, until = decision.effective_from, min(lifted, default=FIRST + timedelta(days=110))
        while day < until:
            assert about.standing(day) is not Standing.VALID
            day += timedelta(days=1)


@given(decisions())
@settings(deadline=None)
def test_ended_for_good_stays_ended(made: list[system.Dated]) -> None:
    about = folded(made)
    ended = False
    for number in range(110):
        standing = about.standing(FIRST + timedelta(days=number))
        ended = ended or standing in {Standing.WITHDRAWN, Standing.TERMINATED}
        if ended:
            assert standing in {Standing.WITHDRAWN, Standing.TERMINATED}


@given(decisions())
@settings(deadline=None)
def test_licence_and_certificate_never_outlive_their_certification(made: list[system.Dated]) -> None:
    """R-70: what is shown follows the standing on the same day."""
    about = folded(made)
    for number in range(110):
        day = FIRST + timedelta(days=number)
        standing, licence = about.standing(day), licence_standing(about, about.licences[0], day)
        if licence is LicenceStanding.GRANTED:
            assert standing is Standing.VALID
        if standing not in {Standing.VALID, Standing.PARTLY_SUSPENDED}:
            assert certificate_on(about, day) is None


@given(decisions(), decisions())
@settings(deadline=None)
def test_only_a_grant_or_a_renewal_moves_the_expiry(made: list[system.Dated], more: list[system.Dated]) -> None:
    """Invariant I2."""
    others = [(each, day) for each, day in more if getattr(each, "kind", "terminate") not in {"grant", "renew"}]
    assert folded([*made, *others]).last_day == folded(made).last_day


def test_a_renewal_with_an_earlier_last_day_ends_earlier() -> None:
    """A person may choose an earlier expiry: then the older, longer span does not live on beside it."""
    made = [
        (_act("grant", FIRST, FIRST + timedelta(days=30)), FIRST),
        (_act("renew", FIRST + timedelta(days=10), FIRST + timedelta(days=20)), FIRST + timedelta(days=10)),
    ]
    about = folded(made)
    assert about.standing(FIRST + timedelta(days=20)) is Standing.VALID
    assert about.standing(FIRST + timedelta(days=21)) is Standing.EXPIRED
