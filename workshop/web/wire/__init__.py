"""What goes over the line: headers and limits, addresses of static files, and pages made small."""
