"""`python -m foilint`."""

import sys

from foilint.cli import main

sys.exit(main())
