"""Acceptance sampling by attributes: how many items of a lot to inspect, and when to accept the lot.

- :mod:`.aql`: a plan for one lot of a series (ISO 2859-1, ANSI/ASQ Z1.4), by way of :mod:`.code_letter` and
  :mod:`.cell`; :mod:`.classes`: for several nonconformity classes
- :mod:`.limiting_quality`: a plan for an isolated lot (ISO 2859-2)
- :mod:`.verdict`: what a count of nonconforming items says about the lot
- :mod:`.switching`: which severity the next lot of a :mod:`.series` gets
- :mod:`.characteristic`, :mod:`.picture`: how well a plan tells good lots from bad ones, in numbers and as a curve
- :mod:`.shares`: shares of operators or controls, such as five per cent a year, which is no acceptance sampling

A type test on a few specimens is none either: it has a specimen count from its scheme, and never an AQL.
"""
