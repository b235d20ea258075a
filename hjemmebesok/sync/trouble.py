"""Why the server could not be reached or would not answer: one clear sentence each, and nothing is lost."""

from enum import Enum

from hjemmebesok.domain.phrase import Phrase, Refused


class Trouble(Enum):
    """The reasons, told apart because the caseworker can do something different about each."""

    NO_NETWORK = Phrase("Får ikke kontakt med serveren. Alt er lagret her og sendes senere.")
    NOT_THE_SERVER = Phrase("Nettet svarer, men det er ikke serveren vår. Må du logge inn på nettet først?")
    NOT_TRUSTED = Phrase("Serverens sertifikat er ikke gyldig. Ingenting er sendt. Si fra til IT.")
    WRONG_CLOCK = Phrase("Serverens sertifikat gjelder ikke på denne datoen. Er dato og klokke på PC-en riktige?")
    NO_AUTHORITY = Phrase("Sertifikatfilen som hører til serveren, kan ikke leses. Ingenting er sendt. Si fra til IT.")
    UNPROTECTED = Phrase("Adressen til serveren må begynne med https://.")
    NO_ADDRESS = Phrase("Adressen til serveren kan ikke leses. Skriv den slik du har fått den av IT.")
    NOT_LET_IN = Phrase("Serveren slipper ikke denne PC-en inn. Koble den til på nytt.")
    USER_CLOSED = Phrase("Brukeren din er stengt ute på serveren. Alt er lagret her. Spør IT om du skal ha tilgang.")
    CODE_REFUSED = Phrase("Engangskoden er feil, brukt eller for gammel. Be om en ny.")
    NOT_LEADER = Phrase("Bare teamledere kan gi saker videre. Spør IT hvis du skal kunne det.")
    NOT_COLLEAGUES = Phrase("Sakene kan ikke gå mellom disse to. Se hvem som er i teamet nå, og velg på nytt.")
    UNSURE = Phrase("Serveren svarte ikke, så sakene er kanskje ikke gitt videre. Se etter når du har nett igjen.")
    NO_PROVIDER = Phrase(
        "Du kan ikke logge inn med kommunens konto her. Se på kommunenummeret, eller bruk en engangskode."
    )
    PROVIDER_DOWN = Phrase("Kommunens innlogging svarer ikke. Prøv igjen om litt, eller bruk en engangskode.")
    PROVIDER_WRONG = Phrase("Kommunens innlogging svarer ikke slik den skal. Si fra til IT.")
    PROVIDER_REFUSED = Phrase(
        "Kommunens innlogging slapp deg ikke inn, eller du avbrøt den. Prøv igjen, eller spør IT."
    )
    ACCOUNT_REFUSED = Phrase(
        "Serveren godtok ikke kontoen du logget inn med. Prøv en gang til, eller be IT om tilgang."
    )
    ANOTHERS_ANSWER = Phrase("Svaret fra innloggingen hørte ikke til dette forsøket og er ikke brukt. Prøv igjen.")
    NO_ANSWER = Phrase("Det kom ikke noe svar fra nettleseren. Prøv igjen, og fullfør innloggingen der.")
    CANCELLED = Phrase("Innloggingen er avbrutt.")
    TOO_OLD = Phrase("Programmet må oppdateres før det kan snakke med serveren. Alt er lagret her. Si fra til IT.")
    SERVER_TOO_OLD = Phrase(
        "Programmet er nyere enn serveren. Alt er lagret her og sendes når IT har oppdatert serveren."
    )
    SERVER_FULL = Phrase("Serveren har ikke plass til mer. Alt er lagret her og sendes senere. Si fra til IT.")
    SERVER_BUSY = Phrase("Serveren har det travelt. Alt er lagret her og sendes senere.")
    SERVER_ERROR = Phrase("Noe gikk galt på serveren. Alt er lagret her og sendes senere.")


class SyncTrouble(Refused):
    """A round or an enrolment that could not be finished. `wait`: so many seconds the server asks for first."""

    def __init__(self, trouble: Trouble, wait: float = 0) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.wait = wait


class TooLarge(Exception):
    """The server, or something on the way to it, does not take a request of this size."""


class Gap(Exception):
    """The server waits for an earlier change than the one it was sent."""

    def __init__(self, expected: int) -> None:
        super().__init__(expected)
        self.expected = expected
