"""How the screen looks and speaks, who works here, and when and how it locks."""
