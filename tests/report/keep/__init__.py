"""Tests of reading an edited report back."""
