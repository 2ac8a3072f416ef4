"""The console script: what has to happen before the rest of foilint is loaded."""

import gc
import sys

from foilint import bundle


def console() -> None:
    """Runs what stands on the command line, with the modules of the bundle."""
    gc.set_threshold(0)  # loading leaves no garbage; `cli` says how often it is looked for from then on
    bundle.use(f"foilint.commands.{''.join(sys.argv[1:2])}")
    from foilint import cli  # only now, to be taken from there

    cli.console()
