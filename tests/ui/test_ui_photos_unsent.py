"""Photos that the server lacks are called photos wherever what is not sent is told."""

from dataclasses import replace

import pytest

from hjemmebesok.casework.syncing import SyncStatus
from hjemmebesok.ui.screens.meeting.bar import MeetingBar
from hjemmebesok.ui.screens.visit.bottom_bar import BottomBar

STANDS = SyncStatus(unsent=0, need_you=0, last_in_step=None, enrolled=True)


@pytest.mark.parametrize("bar", [BottomBar, MeetingBar])
@pytest.mark.parametrize(
    ("status", "told"),
    [
        (STANDS, "Alt er sendt"),
        (replace(STANDS, files_unsent=5), "5 bilder ikke sendt"),
        (replace(STANDS, unsent=1, files_unsent=1), "1 endring ikke sendt · 1 bilde ikke sendt"),
        (replace(STANDS, unsent=3, again=2, files_unsent=1), "1 endring ikke sendt · 2 endringer sendes på nytt"),
    ],
)
def test_the_foot_of_a_form_tells_what_is_not_sent(
    bar: type[BottomBar] | type[MeetingBar], status: SyncStatus, told: str
) -> None:
    foot = bar()
    foot.show_kept(None, status)
    assert foot.status._below.text() == told
