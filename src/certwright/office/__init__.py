"""The writing half: the one door to every record. Gather, judge, append, project; and judge again later."""
