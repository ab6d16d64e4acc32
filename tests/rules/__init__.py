"""Every rule of the klantreis scan on its real rule file: when it fires, when it does not, and when it waits."""
