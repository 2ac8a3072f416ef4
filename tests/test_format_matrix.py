"""docs/formats.md shows what foilint makes of the traps today."""

import subprocess
import sys
from pathlib import Path

_MATRIX = Path(__file__).parents[1] / "benchmarks" / "format_matrix.py"


def test_the_matrix_is_up_to_date():
    run = subprocess.run([sys.executable, _MATRIX, "--check"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
