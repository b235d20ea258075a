"""Setting up the store on this computer, once."""
