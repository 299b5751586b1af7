"""Reading what others hold: tables in files of several formats, told row by row as statements about a portfolio.

Pure: no database, no clock. A file is opened as what its first bytes say it is (:mod:`.opening`), read as rows of named
cells (:mod:`.tables`), and each row is told as a statement by a mapping, which is data (:mod:`.mapping`,
:mod:`.telling`). What cannot be told is a :class:`~certwright.intake.problem.RowProblem` with its place, value and
reason; every row is either told or refused, none is lost.
"""
