"""Klantreis Workshop: a guided session on the customer journey that ends in an advice report."""

__version__ = "0.1.0"
