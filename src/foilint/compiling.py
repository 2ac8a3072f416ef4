"""Compiles schemas/ into the one file that `knowledge` reads: `python -m foilint.compiling`, and every build.

Both write the bundle of modules as well.
"""

from foilint import knowledge, parts, patterns, wording
from foilint.bundling import bundle_modules
from foilint.law import law_of


def compile_schemas() -> str:
    """Write the compiled file from the YAML, and say where.

    Raises `WrongFile` or `WrongWording`, and then leaves what was compiled before as it is; none of it is read here.
    """
    everything = {name: knowledge.arranged(name, file) for name, file in knowledge.files().items()}
    words = [everything[name] for name in sorted(everything) if name.startswith("wording/")]
    laws = [law_of(everything[name]) for name in sorted(everything) if name.startswith("law/")]
    everything[wording.TABLES] = wording.arrange(words, laws)
    everything[patterns.KEPT] = patterns.compile_patterns()
    parts.write(knowledge.COMPILED, everything)
    return knowledge.COMPILED


if __name__ == "__main__":
    compile_schemas()
    bundle_modules()
