"""Whether a product scheme may be released and adopted (ISO/IEC 17065:2012 7.1; rules R-01 to R-09).

Pure functions that yield problems as data. A draft scheme is readable; it cannot be released while a problem blocks.
"""

from certwright.core.schemes.problem import SchemeProblem, Weight
from certwright.core.schemes.validate import blocking, problems

__all__ = ["SchemeProblem", "Weight", "blocking", "problems"]
