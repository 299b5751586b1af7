"""Published worked examples against our own reckoning."""

from certwright.core.reckoning.examples.run import ExampleResult, run_example, run_examples

__all__ = ["ExampleResult", "run_example", "run_examples"]
