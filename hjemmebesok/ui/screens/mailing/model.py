"""The mailing being prepared, in words. No Qt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_log import LogLine, who_has_had
from hjemmebesok.casework.letters import KINDS
from hjemmebesok.casework.mailing import MailingResult
from hjemmebesok.casework.mailing_files import Padding
from hjemmebesok.casework.mailing_plan import MAILABLE, Choices, LeftOut, MailingPlan, plan_mailing
from hjemmebesok.casework.meetings import all_meetings
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.language import LANGUAGES
from hjemmebesok.ui.screens.register.reading import Line
from hjemmebesok.ui.spoken import Capital, NearDay, dotted, shown, tongue
from hjemmebesok.ui.widgets.fact_list import Fact
from hjemmebesok.ui.widgets.status import Status

FILES: list[tuple[str, Words]] = [
    ("", N_("En fil for hvert brev")),
    (Padding.NONE.value, N_("Utskriftsfiler, én side på hvert ark")),
    (Padding.EVEN.value, N_("Utskriftsfiler, to sider på hvert ark")),
    (Padding.EQUAL.value, N_("Utskriftsfiler med like lange brev (SvarUt)")),
]


class MailingModel:
    """What is chosen, and what was last found out about it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.choices = Choices(MAILABLE[0])
        self.padding: Padding | None = None

    def choose(self, **changed: object) -> None:
        """Choose another letter, or another way for it to go out."""
        self.choices = replace(self.choices, **changed)  # type: ignore[arg-type]  # the fields of Choices, by name

    def choose_files(self, code: str) -> None:
        """Choose what kind of files to make, by the codes of FILES."""
        self.padding = Padding(code) if code else None

    def meetings(self) -> list[tuple[str, Words]]:
        """The meetings that people can be invited to."""
        today = self._desk.today()
        planned = (line.meeting for line in all_meetings(self._desk) if line.meeting.status is VisitStatus.PLANNED)
        ahead = sorted((each for each in planned if each.starts.date() >= today), key=lambda meeting: meeting.starts)
        return [(each.id, _meeting_words(each, today)) for each in ahead]

    def kinds(self) -> list[tuple[str, Words]]:
        """The letters that can go to everyone."""
        return [(code, words) for code, words in KINDS if code in MAILABLE]

    def find_out(self) -> tuple[MailingPlan, list[LogLine]]:
        """Who would get it, and who has had what. Takes a moment; for another thread."""
        return plan_mailing(self._desk, self.choices), who_has_had(self._desk, self.choices.letter)

    def log_lines(self, log: Sequence[LogLine]) -> list[Line]:
        """Who has had the letter: when, in which languages, from whom and by which wording."""
        return [Line(line.name, self._told(line)) for line in log]

    def _told(self, line: LogLine) -> Words:
        letter, now = line.letter, self._desk.now()
        day = shown(Capital(NearDay(letter.made_at.astimezone(now.tzinfo).date(), now.date())))
        wording = Phrase("tekst {version}", version=letter.text_version)
        return dotted(
            day, languages_said(("nb",) * letter.with_norwegian + (letter.language,)), letter.made_by, wording
        )


def _meeting_words(meeting: Meeting, today: date) -> Words:
    day = shown(Capital(NearDay(meeting.starts.date(), today)))
    return dotted(day, Phrase("Fellesmøte nr. {n}", n=meeting.number), tongue(meeting.language))


def languages_said(codes: Sequence[str]) -> Words:
    """'norsk', 'norsk og tyrkisk', 'norsk, med en linje om tolk for dem som leser somali'."""
    if len(codes) == 1:
        return tongue(codes[0])
    if codes[1] not in LANGUAGES:
        reads = tongue(codes[1])
        return Phrase("{one}, med en linje om tolk for dem som leser {other}", one=tongue(codes[0]), other=reads)
    return Phrase("{one} og {other}", one=tongue(codes[0]), other=tongue(codes[1]))


def counts(plan: MailingPlan) -> list[Status]:
    """How many get it, have had it, and are left out: all of them together."""
    found = [Status(Plural("{n} får brevet", "{n} får brevet", plan.to_make), "info", "mail")]
    if plan.had:
        found.append(Status(Plural("{n} har fått det", "{n} har fått det", plan.had), "ok"))
    if not plan.left_out:
        return [*found, Status(N_("Ingen er utelatt"), "ok")]
    words = Plural("{n} er utelatt", "{n} er utelatt", len(plan.left_out))
    return [*found, Status(words, "warn", "circle-alert")]


def groups(plan: MailingPlan) -> list[Fact]:
    """A line for each group of languages."""
    sizes = ((languages_said(codes), len(group)) for codes, group in plan.groups.items())
    return [
        Fact("file-text", Plural("{n} brev på {languages}", "{n} brev på {languages}", size, languages=said))
        for said, size in sizes
    ]


def left_out_lines(left_out: Sequence[LeftOut]) -> list[Line]:
    """Each of them, with the reason; those with the same reason together."""
    return [Line(each.name, each.why) for each in sorted(left_out, key=lambda each: str(each.why))]


def outcome(result: MailingResult) -> Words:
    """What a run has done."""
    made = Plural("{n} brev er laget og ført opp.", "{n} brev er laget og ført opp.", result.made)
    if not result.stopped:
        return made
    return Phrase("{made} Du stoppet underveis. Neste gang fortsetter det der det slapp.", made=made)
