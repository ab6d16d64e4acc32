"""The chapters of the report: each takes the material and gives blocks, or nothing when it has nothing to say."""
