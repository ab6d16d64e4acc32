"""The style page: our tokens and components, for whoever builds pages here."""
