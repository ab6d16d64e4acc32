"""The web door: pages that ask, save and show; every rule about answers lives below this floor."""
