"""Word files written out by hand stand with the tests of their reader."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "readers"))
