"""Quality, stability and time of recurring themes, beside plain rivals: python -m tests.benchmarks.themes."""
