"""Tests and benchmarks, in the packages' own order."""
