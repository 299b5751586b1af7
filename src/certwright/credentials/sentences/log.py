"""The transparency log: its files, proofs and witnesses."""

from certwright.core.sentences.sentence import Sentence

_TELL = "Keep both checkpoints: together they are the proof. Tell the body and its accreditation body."
_RESTORE = (
    "Restore the newest backup of the log. If entries are lost for good, begin a log with a new name, and say so."
)
_AGAIN = "Take the proof from the body's own page again."

SENTENCES = {
    "checkpoint-of-another-log": Sentence("The checkpoint is of the log {found}, not of {origin}.", _AGAIN),
    "consistency-not-proven": Sentence("The log of {new} entries does not continue the one of {old}.", _TELL),
    "cosigned-in-the-future": Sentence("The witness {witness} vouches for a time to come.", "Look at both clocks."),
    "entry-too-long": Sentence(
        "The entry has {bytes} bytes; a log takes {most}.", "Leave out of the entry what its digest proves."
    ),
    "inclusion-not-proven": Sentence("The entry is not at {index} in the log of {size} entries.", _AGAIN),
    "log-forked": Sentence("The log of {size} entries does not continue the one of {was} that was seen before.", _TELL),
    "log-has-another-root": Sentence("The tiles of the {size} entries have another root than was signed.", _TELL),
    "log-not-compared": Sentence(
        "Whether the log of {size} entries continues the one of {was} was not looked at.",
        "Give a proof of consistency between them.",
    ),
    "log-rolled-back": Sentence(
        "The log has {size} entries now; {was} were seen before. It has forgotten some.", _TELL
    ),
    "log-would-fork": Sentence(
        "The log of {size} entries does not continue the {was} entries that were signed before. Nothing was signed.",
        _RESTORE,
    ),
    "log-would-shrink": Sentence(
        "The log has {size} entries; a checkpoint over {was} was signed before. Nothing was signed.",
        _RESTORE,
    ),
    "not-a-checkpoint": Sentence("The note is no checkpoint of a log.", _AGAIN),
    "not-a-hash": Sentence("A hash has not 32 bytes.", _AGAIN),
    "not-a-key-name": Sentence("“{name}” is no name of a key.", "Use a name without spaces and plus signs."),
    "not-a-log-proof": Sentence("The file is no log proof (c2sp.org/tlog-proof@v1).", _AGAIN),
    "not-a-note": Sentence("The text is no signed note.", _AGAIN),
    "not-a-tile": Sentence("“{path}” is no file of a log.", "Ask for a tile or bundle by its exact path."),
    "not-a-witness-request": Sentence("The text is no request to a witness.", "Send it as C2SP tlog-witness says."),
    "not-an-event": Sentence("The entry is no event of ours in its canonical form.", _AGAIN),
    "note-not-signed": Sentence("None of the known keys signed; there are signatures of: {names}.", _AGAIN),
    "proof-of-another": Sentence("The log proof is about {about}, the credential about {id}.", _AGAIN),
    "proof-of-another-length": Sentence("The proof has another length than the tree asks for ({hashes}).", _AGAIN),
    "proof-of-another-version": Sentence("The log proof of {id} is for another credential than the one shown.", _AGAIN),
    "proof-outside-the-tree": Sentence("There is no {index} in a tree of {size} entries.", "Ask for what is there."),
    "tile-of-another-size": Sentence(
        "The file {path} of the log has another size ({bytes} bytes) than its name says.", _TELL
    ),
    "tiles-do-not-fit": Sentence(
        "The files {path} and {above} of the log do not fit together: one was changed.", _TELL
    ),
}
