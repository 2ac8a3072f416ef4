"""Compiles schemas/ into the one file that `knowledge` reads: `python -m foilint.compiling`, and every build."""

import marshal
import os

from foilint import knowledge, wording
from foilint.law import law_of

_MARSHAL_VERSION = 4  # read by every Python since 3.4


def compile_schemas() -> str:
    """Write the compiled file from the YAML, and say where.

    Raises `WrongFile` or `WrongWording`, and then leaves what was compiled before as it is; none of it is read here.
    """
    everything = {name: knowledge.arranged(name, file) for name, file in knowledge.files().items()}
    words = [everything[name] for name in sorted(everything) if name.startswith("wording/")]
    laws = [law_of(everything[name]) for name in sorted(everything) if name.startswith("law/")]
    everything[wording.TABLES] = wording.arrange(words, laws)
    unfinished = f"{knowledge.COMPILED}.{os.getpid()}"
    with open(unfinished, "wb") as stream:
        parts = {name: marshal.dumps(plain, _MARSHAL_VERSION) for name, plain in everything.items()}
        stream.write(marshal.dumps(parts, _MARSHAL_VERSION))
    os.replace(unfinished, knowledge.COMPILED)
    return knowledge.COMPILED


if __name__ == "__main__":
    compile_schemas()
