"""Our own lint of a Word package: what Word would stumble over is found before a report is handed out."""
