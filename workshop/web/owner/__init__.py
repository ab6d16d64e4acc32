"""What an owner does with a whole dossier: share it, take it along as a file, delete it."""
