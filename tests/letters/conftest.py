"""The letters' tests bring their own catalogues, so that they say what they mean whatever is translated by now."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from hjemmebesok import language
from hjemmebesok.domain.steps import STEPS

WORDS: dict[str | tuple[str, str], tuple[str, str] | tuple[tuple[str, str], tuple[str, str]]] = {
    "Voksne": ("Adults", "Yetişkin"),
    "Husleie i måneden": ("Rent a month", "Aylık kira"),
    "Kontrakten går ut": ("The lease ends", "Sözleşmenin bitişi"),
    "Om boligen": ("About the dwelling", "Konut hakkında"),
    "Kan passe": ("It may suit you", "Uygun olabilir"),
    "Leie til eie 2011": ("Rent-to-own 2011", "Kiradan mülkiyete 2011"),
    "Bank": ("Bank", "Banka"),
    "Mangler": ("Missing", "Eksik"),
    "Vi vet ikke hva banken svarer.": ("We do not know what the bank says.", "Bankanın cevabını bilmiyoruz."),
    "Livsopphold": ("Subsistence", "Geçim gideri"),
    "Skjønn": ("Discretion", "Takdir"),
    ("Ett tall er anslått.", "{n} tall er anslått."): (
        ("One figure is estimated.", "{n} figures are estimated."),
        ("Bir sayı tahminîdir.", "{n} sayı tahminîdir."),
    ),
    "Spare {amount} i måneden.": ("Save {amount} a month.", "Ayda {amount} biriktirmek."),
    "Kommunen ringer.": ("The municipality calls.", "Belediye arar."),
    "Ikke avtalt": ("Not agreed", "Kararlaştırılmadı"),
    "Familien": ("The family", "Aile"),
    "Kommunen": ("The municipality", "Belediye"),
    "På telefon": ("By telephone", "Telefonla"),
    "Kontor": ("Office", "Büro"),
    "Hjemme": ("At home", "Evde"),
    "Tolk": ("Interpreter", "Tercüman"),
    "Drammen kommune": ("Drammen municipality", "Drammen belediyesi"),
    "Hva har banken svart?": ("What did the bank answer?", "Banka ne cevap verdi?"),
    "En bolig som koster {change} mindre.": ("A home that costs {change} less.", "{change} daha ucuz bir ev."),
    "Tinglysing av pant": ("Registration of the mortgage", "İpotek tescili"),
    "Styringsrenten": ("The key policy rate", "Politika faizi"),
    "Fortrolig adresse": ("Protected address", "Gizli adres"),
    "Hjemmebesøk": ("Home visit", "Ev ziyareti"),
    "Gå to sammen": ("Go together, two of you", "İki kişi gidin"),
    "Tegnet underskrift av {name}": ("Signature drawn by {name}", "{name} tarafından çizilen imza"),
    "Signert på skjermen {day}: {name}": ("Signed on the screen on {day}: {name}", "Ekranda imzalandı, {day}: {name}"),
    "Tolk er ikke bestilt": ("No interpreter is booked", "Tercüman ayarlanmadı"),
}


@pytest.fixture(scope="module", autouse=True)  # any longer, and the tests of other rooms would read them too
def _catalogues(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("translations")
    for number, code in enumerate(("en", "tr")):
        _write(folder / code / "LC_MESSAGES" / "hjemmebesok.mo", code, number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "translations", lambda: folder)
        language.language.cache_clear()
        yield
    language.language.cache_clear()


def _write(path: Path, code: str, number: int) -> None:
    catalogue = Catalog(locale="en")  # two plural forms, as in our Turkish catalogue too
    for words, said in WORDS.items():
        catalogue.add(words, said[number])
    for step in STEPS:
        if step.text not in catalogue:
            catalogue.add(step.text, f"[{code}] {step.text}")
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
