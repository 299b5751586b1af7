"""Files that lie beside a file of acts and are named in it by path: evidence, texts of own packs, kept reckonings.

In the acts they are named by digest; what the digests stand for is collected, to be put in store with the acts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Any

from certwright.cli.act_file import ActFile, Steps
from certwright.cli.outcome import Problem
from certwright.core.acts.act import Act, words_of
from certwright.core.reckoning.kept import NotAReckoning, read_kept
from certwright.core.words import Word
from certwright.office.enclosing import Enclosed
from certwright.office.filling import adopting
from certwright.packs.library import volume
from certwright.packs.problem import PackRefused


@dataclass(slots=True)
class FilesBeside:
    """Collects the files that ``file`` names, and what is wrong with them. ``limit`` is in bytes."""

    file: ActFile
    limit: int
    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def enclosed(self) -> Enclosed:
        """What was collected."""
        return Enclosed(self.texts, self.files, self.limit)

    def named(self, here: Steps, model: type[Act], fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of an act that stand at ``here``, with digests in place of paths."""
        said = dict(fields)
        for name, value in fields.items():
            words = list(words_at(model, name))
            if any(word.attachment for word in words):
                said[name] = self._attachments((*here, name), value)
            elif any(word.widget == "text-digest" for word in words) and _is_path(value):
                follows = self._text((*here, name), value)
                said = {**follows, **said, name: follows.get(name, value)}
            elif any(word.widget == "reckoning" for word in words) and _is_path(value):
                said[name] = self._reckoning((*here, name), value)
        return said

    def evidence(self, here: Steps, said: str) -> str:
        """What shows that somebody may act for another: the digest of a file, if that is what is said."""
        try:
            named = (self.file.path.parent / said).is_file()
        except (OSError, ValueError):
            return said  # a sentence no file could be called
        return str(self._attachment(here, said)) if named else said

    def _attachments(self, here: Steps, value: Any) -> Any:
        if isinstance(value, list):
            return [self._attachment((*here, at), item) for at, item in enumerate(value)]
        return self._attachment(here, value)

    def _attachment(self, here: Steps, value: Any) -> Any:
        if not _is_path(value):
            return value
        path = self.file.path.parent / value
        try:
            size = path.stat().st_size
            with path.open("rb") as opened:
                attachment = f"sha256:{file_digest(opened, 'sha256').hexdigest()}"
        except OSError as error:
            says = f"{path} cannot be read: {error.strerror}."
            self.problems.append(self.file.problem(here, says, "Name a file beside this one, or a stored digest."))
            return value
        if size > self.limit:
            says = f"{path} has {size:,} bytes; attachments of at most {self.limit:,} bytes are accepted."
            self.problems.append(self.file.problem(here, says, "Make it smaller, or set CERTWRIGHT_ATTACHMENT_LIMIT."))
        self.files[attachment] = path
        return attachment

    def _reckoning(self, here: Steps, value: str) -> str:
        """The digest of a kept reckoning, whose text lies in a file."""
        path = self.file.path.parent / value
        remedy = "Name a file that “--keep” wrote, a stored digest, or tell the facts to be reckoned."
        try:
            found = read_kept(path.read_bytes().decode())
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(self.file.problem(here, f"{path} cannot be read as text: {error}.", remedy))
            return value
        except NotAReckoning as error:
            self.problems.append(self.file.problem(here, f"{path}: {error}.", remedy))
            return value
        self.texts[found.digest] = found.text
        return found.digest

    def _text(self, here: Steps, value: str) -> Mapping[str, Any]:
        """The fields that follow from the text of a pack, the text's digest among them."""
        path = self.file.path.parent / value
        try:
            found = adopting(volume(path.read_bytes().decode()), {})
        except (OSError, UnicodeDecodeError) as error:
            self.problems.append(self.file.problem(here, f"{path} cannot be read as text: {error}."))
        except PackRefused as refused:
            self.problems += [Problem(f"{item.says}.", item.remedy, str(path), item.line) for item in refused.problems]
        else:
            self.texts.update(found.texts)
            return found.fields
        return {}


def words_at(model: type[Act], name: str) -> Iterator[Word]:
    """The words a field of an act is typed with; none if there is no such field."""
    if described := model.model_fields.get(name):
        yield from words_of(described.metadata, described.annotation)


def _is_path(value: object) -> bool:
    return isinstance(value, str) and not value.startswith("sha256:")
