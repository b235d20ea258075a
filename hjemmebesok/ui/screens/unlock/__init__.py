"""Unlocking the store on this computer: the first thing one sees."""
