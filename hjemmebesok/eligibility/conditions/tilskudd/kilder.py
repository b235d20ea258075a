"""Kilder (sources): what a municipality's grant rests on. The state's own scheme ended when it became a municipal
task."""

from hjemmebesok.domain.phrase import Phrase

KOMMUNALE_BOLIGTILSKUDD = Phrase("Kommunale boligtilskudd, beskrevet på husbanken.no 16. august 2023")
DRAMMENS_VILKAR = Phrase("Drammen kommunes vilkår, «startlån til ny bolig»")
OPPEGARDS_VILKAR = Phrase("Oppegård kommunes vilkår for tilskudd til etablering")
