"""Group meetings: those to come and those that were, and planning one."""
