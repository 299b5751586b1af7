"""Committees and their sessions."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "committee-without-session": Sentence(
        "Committee and session go together.", "Name both if a committee decides, neither if it does not."
    ),
    "session-unknown": Sentence("{committee} has held no session {session}.", "Record the session first."),
    "session-about-something-else": Sentence(
        "The session {session} of {committee} on {held_on} was about {item} and proposed {proposes}.",
        "Name the session in which this decision on this certification was voted on.",
    ),
    "committee-for-another-standard": Sentence(
        "{committee} was not founded for {standard}.", "Put the item to a committee whose remit covers the standard."
    ),
    "committee-of-another-purpose": Sentence(
        "{committee} is a committee for {purpose}, not a technical one.",
        "Let a technical committee or an authorised person decide.",
    ),
    "voter-left-out": Sentence("{person} voted in {session} and is not named.", "Name everybody who voted."),
    "decider-did-not-vote": Sentence("{person} did not vote in {session}.", "Name only those who voted."),
    "voter-not-a-member": Sentence(
        "{person} is no member of {committee} on {day}.", "Only members count; admit members before the session."
    ),
    "recused-voted": Sentence(
        "{person} left the item in {session}, and voted.", "Hold the vote again without {person}."
    ),
    "no-quorum": Sentence(
        "{counted} members could vote in {session}; {quorum} are needed.", "Hold the session again with more members."
    ),
    "no-majority": Sentence(
        "In {session} {ayes} voted for it and {noes} against.", "Nothing is decided; put it to the committee again."
    ),
    "voted-with-a-tie": Sentence(
        "{person} voted although tied to {client}.", "Hold the vote again; {person} leaves the item."
    ),
    "interest-predominates": Sentence(
        "The interest {interest} had {share} of {of} seats.", "Invite other interests and hold the session again."
    ),
    "session-number-taken": Sentence("{committee} has a session {session} already.", "Give it another number."),
    "voter-not-present": Sentence("{person} is not among those present in {session}.", "Name who was present."),
    "voted-twice": Sentence("{person} is named with more than one vote in {session}.", "Name each vote once."),
    "not-an-advising-committee": Sentence(
        "{committee} is a committee for {purpose}: it does not advise on impartiality.",
        "Answer the advice of the committee for impartiality.",
    ),
    "advice-answered-already": Sentence(
        "The advice of {session} was answered on {on}: {outcome}.", "Put that act right if it was wrong."
    ),
    "member-already": Sentence("{person} is a member of {committee} on {day} already.", "Nothing need be done."),
}
