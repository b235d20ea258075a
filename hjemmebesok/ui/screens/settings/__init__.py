"""How the screen looks and speaks, and when it locks."""
