"""Drammens praksis: the published practice that the conditions of leie til eie rest on. No statute stands behind it."""

from hjemmebesok.domain.phrase import Phrase

DRAMMENS_PRAKSIS = Phrase("Drammen kommunes praksis for Leie til eie, beskrevet på veiviseren.no")
