"""Households: a list to search, and the page of one household with its whole story."""
