"""What the tests of loading share."""

from pathlib import Path

import pytest

from tests.load.written import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where a test writes its briefings."""
    return Desk(tmp_path)
