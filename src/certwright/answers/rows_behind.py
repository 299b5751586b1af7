"""Whether the derived tables have kept step with the journal, without folding anything."""

from django.db import connections

_QUERY = """SELECT h.dossier FROM journal_head h LEFT JOIN rows_dossierrow r ON r.dossier = h.dossier
WHERE r.seq IS NULL OR r.seq <> h.seq
UNION SELECT r.dossier FROM rows_dossierrow r LEFT JOIN journal_head h ON h.dossier = r.dossier WHERE h.seq IS NULL
ORDER BY 1"""


def rows_behind(using: str = "default") -> list[str]:
    """The dossiers whose row has seen another number of acts than the journal holds."""
    with connections[using].cursor() as cursor:
        cursor.execute(_QUERY)
        return [dossier for (dossier,) in cursor.fetchall()]
