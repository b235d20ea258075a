"""The codes of the facts that are one of a few: what a bank has answered, which permit, what kind of ownership."""

from enum import StrEnum


class BankAnswer(StrEnum):
    """What an ordinary bank has said to a loan for this household."""

    REFUSED = "refused"
    TOO_LITTLE = "too_little"
    OFFERED = "offered"


class LivsoppholdBasis(StrEnum):
    """What the livsopphold is worked out from."""

    ACTUAL = "actual"  # what the bank statements show; the basis Husbanken prefers
    SIFO = "sifo"
    GJELDSORDNING = "gjeldsordning"


class Car(StrEnum):
    """The car that a SIFO budget may hold."""

    NONE = "none"
    PETROL = "petrol"
    ELECTRIC = "electric"


class Residence(StrEnum):
    """On what ground the applicants live in Norway."""

    CITIZEN = "citizen"  # Norwegian, or a Nordic citizen, who needs no permit
    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    NONE = "none"


class DebtSettlement(StrEnum):
    """Whether debts are being negotiated or settled under the act on gjeldsordning."""

    NONE = "none"
    NEGOTIATED_WITH_CONSENT = "negotiated_with_consent"  # the namsfogd agrees to the new loan
    NEGOTIATED_WITHOUT_CONSENT = "negotiated_without_consent"
    ALLOWS_NEW_DEBT = "allows_new_debt"
    FORBIDS_NEW_DEBT = "forbids_new_debt"


class ConsumerDebt(StrEnum):
    """How it stands with consumer debt."""

    NONE = "none"
    SERVICED = "serviced"
    UNSERVICED = "unserviced"


class Ownership(StrEnum):
    """What is bought."""

    ANDEL = "andel"  # a share in a borettslag
    SELVEIER = "selveier"  # freehold, also in an eierseksjon
    AKSJE = "aksje"  # a share in a housing company


class CoBuyer(StrEnum):
    """Who buys together with the tenant."""

    NONE = "none"
    ON_LEASE = "on_lease"
    NOT_ON_LEASE = "not_on_lease"


class BoardApproval(StrEnum):
    """How it stands with the board's approval of the buyer."""

    NOT_NEEDED = "not_needed"
    GIVEN = "given"
    ASKED = "asked"
    REFUSED = "refused"


class Membership(StrEnum):
    """Membership of the boligbyggelag that a borettslag may belong to."""

    NOT_NEEDED = "not_needed"
    MEMBER = "member"
    NOT_MEMBER = "not_member"
