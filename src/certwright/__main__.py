"""``python -m certwright`` does what ``certwright`` does."""

import sys

from certwright.cli import main

if __name__ == "__main__":
    sys.exit(main())
