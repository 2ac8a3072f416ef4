"""Many drafts: in order, and in several processes where that pays. What comes out does not depend on their number."""

import os
from collections.abc import Iterator, Sequence

from foilint.document import Unreadable
from foilint.lint import Unit, check_unit, unreadable
from foilint.report import Verdict
from foilint.values import IO, NamedTuple

PAYS_FROM = 16
"""Drafts for each process, at least: below, forking and sending verdicts home costs more than it saves."""

DIED = Unreadable("the process that read it died", "check it alone; please report it if it dies again")


class Process(NamedTuple):
    """A process at work, and the pipe through which its verdicts come."""

    number: int
    pipe: IO[bytes]


def check_units(units: Sequence[Unit], jobs: int) -> Iterator[tuple[Verdict, ...]]:
    """The verdicts on each unit, in order. `jobs` is the greatest number of processes; 0: one for each processor."""
    processes = min(jobs or _processors(), len(units) // PAYS_FROM)
    if processes < 2 or not hasattr(os, "fork"):
        return map(check_unit, units)
    return _in_processes(units, processes)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(units: Sequence[Unit], processes: int) -> Iterator[tuple[Verdict, ...]]:
    """Each process takes every n-th unit and sends its verdicts through a pipe; here they are put in order again.

    A pipe holds little, so a process that is ahead waits, and memory stays flat however many drafts there are. Where a
    process dies over a draft, that draft is the one not checked, and another process goes on behind it.
    """
    running = [_start(units[first::processes]) for first in range(processes)]
    try:
        for index, unit in enumerate(units):
            turn = index % processes
            verdicts = _next(running[turn])
            if verdicts is None:
                _stop(running[turn])
                running[turn] = _start(units[index + processes :: processes])
                verdicts = (unreadable(unit.paths[0], DIED),)
            yield verdicts
    finally:
        for process in running:  # all pipes first: a process holds those of its elders open until it ends
            process.pipe.close()
        for process in running:
            _stop(process)


def _next(process: Process) -> tuple[Verdict, ...] | None:
    """What a process says of its next unit; None where it has died."""
    import pickle  # only where there is more than one process

    try:
        verdicts: tuple[Verdict, ...] = pickle.load(process.pipe)  # noqa: S301  written by our own child a moment ago
    except (EOFError, pickle.UnpicklingError):
        return None
    return verdicts


def _stop(process: Process) -> None:
    process.pipe.close()
    os.waitpid(process.number, 0)


def _start(units: Sequence[Unit]) -> Process:
    """Forks a process that checks units and writes its verdicts to a pipe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return Process(child, os.fdopen(reading, "rb"))
    # The parent's buffers, open files and exit handlers are its own: the child leaves by _exit whatever happens.
    try:
        os.close(reading)
        _send(units, os.fdopen(writing, "wb"))
    finally:
        os._exit(0)


def _send(units: Sequence[Unit], pipe: IO[bytes]) -> None:
    import pickle  # as in _next

    with pipe:
        for unit in units:
            pickle.dump(check_unit(unit), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            pipe.flush()  # so that what was checked arrives though the process should die over the next draft
