"""Drawing and keeping samples."""

from certwright.core.sentences.sentence import Sentence

SENTENCES = {
    "product-not-certified": Sentence(
        "{product} is no product of {certification}.", "Give the code of one of its products."
    ),
    "sampler-not-named": Sentence("It is not said who of the body drew the sample.", "Name the sampler."),
    "sample-larger-than-lot": Sentence(
        "{size} cannot be drawn from a lot of {lot_size}.", "Correct one of them; all items are 100 per cent."
    ),
    "sampling-plan-unknown": Sentence("{pack} has no sampling plan {sampling}.", "Name a plan of the scheme."),
    "drawn-by-another": Sentence(
        "The sample was drawn by the {drawer}; {pack} has it drawn by the {wanted}.",
        "Have another sample drawn by whom the scheme names, or by the body.",
    ),
    "no-sampler-then": Sentence(
        "{person} was on {day} not on the team of {assignment} in a role that draws samples.",
        "It stays on record. Appoint samplers before they draw.",
    ),
    "sampler-of-the-client": Sentence(
        "{person} is of the client and drew the sample.", "Have another sample drawn by somebody of the body."
    ),
    "draw-not-told": Sentence(
        "Lot or list, seed and places of the random draw are not all told.", "State them, so that it can be repeated."
    ),
    "draw-gives-other-places": Sentence(
        "The seed “{seed}” draws other {size} places of {lot_size}.", "Correct seed, size or places."
    ),
    "custody-goes-back": Sentence(
        "The sample was last handed on on {last}, later than {day}.", "Correct the day, or record what comes first."
    ),
    "sample-is-gone": Sentence("The sample was {what} on {day}.", "Use a sample that is still there."),
    "never-sealed": Sentence("The sample was drawn without seals.", "State it as not sealed."),
    "seals-were-broken": Sentence(
        "The sample was found with “{condition}” on {day}; its seals are not whole since.", "State its condition."
    ),
    "sample-of-another": Sentence("{sample} belongs to {belongs}.", "Name a sample of this certification."),
    "examined-before-drawn": Sentence(
        "{sample} was drawn on {drawn} and would have been examined on {examined}.", "Correct one of the days."
    ),
    "sample-harmed": Sentence(
        "{sample} was handed on with “{condition}” on {day}, before it was examined.",
        "Have another sample drawn and examined.",
    ),
    "sample-not-named": Sentence(
        "The scheme has specimens drawn for {requirement}, and the result names none.", "Name the sample."
    ),
}
