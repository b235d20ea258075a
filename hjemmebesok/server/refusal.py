"""A request that is refused: the status, and the Problem the laptop is told."""

from hjemmebesok.wire.messages import Problem


class Refusal(Exception):
    """Raised anywhere below a route; answered as a Problem. Its detail never holds anything a user wrote."""

    def __init__(self, status: int, code: str, detail: str, *, expected: int = 0) -> None:
        super().__init__(code)
        self.status = status
        self.problem = Problem(code, detail, expected)
