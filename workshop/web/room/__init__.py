"""The report room: what a consultant changes in a report, and reading back what was edited in Word."""
