"""Tests of the vault, on real files and real processes."""
