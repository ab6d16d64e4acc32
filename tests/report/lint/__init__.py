"""Tests of the lint of Word packages."""
