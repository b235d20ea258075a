"""A request that is refused: the status, and the Problem the laptop is told."""

from hjemmebesok.wire.messages import Problem


class Refusal(Exception):
    """Raised anywhere below a route; answered as a Problem. Its detail never holds anything a user wrote.

    `retry_after` is in seconds, 0 where waiting would not help.
    """

    def __init__(self, status: int, code: str, detail: str, *, expected: int = 0, retry_after: int = 0) -> None:
        super().__init__(code)
        self.status = status
        self.problem = Problem(code, detail, expected)
        self.retry_after = retry_after
