"""What a key is for. One key serves one purpose, so that whoever steals one cannot do everything."""

from enum import StrEnum


class Purpose(StrEnum):
    """What is signed with a key. Key ids begin with it: ``credential-2026-11``."""

    CREDENTIAL = "credential"
    STATUS_LIST = "status-list"
    SEAL = "seal"  # of PDF documents, with an X.509 certificate
    CHECKPOINT = "checkpoint"  # of the transparency log


def purpose_of(key_id: str) -> Purpose | None:
    """The purpose that a key id names; ``None`` if it names none."""
    return next((purpose for purpose in Purpose if key_id.startswith(f"{purpose.value}-")), None)
