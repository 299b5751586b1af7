"""Days in German: 23. November 2026, day and month on one line."""

DATE_FORMAT = "j.\u00a0F Y"
DATETIME_FORMAT = "j.\u00a0F Y, H:i"
SHORT_DATE_FORMAT = "d.m.Y"
MONTH_DAY_FORMAT = "j.\u00a0F"
DAY_FORMAT = "j."
