"""The style sheet that an HTML file carries in itself, as far as it tells how the words of a class look."""

from collections.abc import Mapping

from lxml import etree

from foilint.readers.html_look import TELLING, Styles, declared

_TOGGLED = frozenset(("display", "visibility"))  # a site's scripts show and hide things by their class


def classes_of(root: etree._Element, *, is_site: bool) -> dict[str, Styles]:
    """The styles of "name" and "tag.name" that the style elements of a page give; conditional ones are left out."""
    classes: dict[str, Styles] = {}
    for element in root.iter("style"):
        for rule in _without_comments(element.text or "").split("}"):
            selectors, _, body = rule.partition("{")
            styles = {name: value for name, value in declared(body).items() if name in TELLING}
            if is_site:
                styles = {name: value for name, value in styles.items() if name not in _TOGGLED}
            if styles and "@" not in selectors:
                for selector in selectors.split(","):
                    tag, dot, name = selector.strip().lower().partition(".")
                    if dot and name.replace("-", "").replace("_", "").isalnum():
                        key = f"{tag}.{name}" if tag else name
                        classes[key] = {**classes.get(key, {}), **styles}
    return classes


def styles_of_class(classes: Mapping[str, Styles], tag: str, names: str) -> Styles:
    """What a page's own classes say of an element with the class attribute `names`."""
    styles: Styles = {}
    for name in names.split():
        styles |= classes.get(name, {})
        styles |= classes.get(f"{tag}.{name}", {})
    return styles


def _without_comments(sheet: str) -> str:
    kept = [part.rpartition("*/")[2] if at else part for at, part in enumerate(sheet.split("/*"))]
    return "".join(kept).replace("<!--", "").replace("-->", "")
