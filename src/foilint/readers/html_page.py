"""Which parts of a web page are its furniture: menus, banners, cookie notices. Told by tags, roles and names.

Nothing that may be the letter is set aside: a part that holds the page's main part or half of its words stays.
"""

from collections.abc import Mapping

from lxml import etree

from foilint.values import Any

_CONTROLS = frozenset(("button", "select", "textarea", "option", "noscript", "label", "legend"))
_TAGS = frozenset(("nav", "aside"))
_BANNERS = frozenset(("header", "footer"))  # of a site; in a page that is no site they are the letter's
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog")
)
_NAMES = frozenset(
    (
        *(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "megamenu",
            "breadcrumb",
            "breadcrumbs",
            "pagination",
            "pager",
        ),
        *("cookie", "cookies", "cookiebar", "consent", "gdpr", "modal", "dialog", "popup", "overlay", "tooltip"),
        *(
            "skip",
            "skiplink",
            "sidebar",
            "footer",
            "masthead",
            "toolbar",
            "search",
            "pager",
            "exit",
            "offcanvas",
            "unseen",
        ),
        *("share", "sharing", "social", "related", "feedback", "survey", "newsletter", "subscribe"),
    )
)
_FOR_SCREEN_READERS = ("visually-hidden", "visuallyhidden", "sr-only", "screen-reader")
_MOST_WEIGHED = 300  # parts of one page; one that is made to be slow is not weighed any further
_ENOUGH = 200  # characters of a main part that is not an empty frame
_LENGTH: Any = etree.XPath("string-length(normalize-space(.))")
_MAIN: Any = etree.XPath("(.//main|.//*[@role='main'])[1]")
_SITE = etree.XPath("boolean(.//nav|.//main|.//article|.//*[@role='navigation' or @role='main' or @role='banner'])")


class Page:
    """A page, and how its parts are told."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._weighed = 0
        self._whole = 0.0
        self.is_site = bool(_SITE(root))
        mains = _MAIN(root) if self.is_site else []
        self.main = mains[0] if mains and _length(mains[0]) >= _ENOUGH else None
        self.is_styled_elsewhere = next(root.iter("link"), None) is not None

    def is_furniture(self, element: etree._Element, tag: str, given: Mapping[str, str]) -> bool:
        """Whether an element, which has the attributes `given`, is furniture as a whole."""
        if tag in _CONTROLS:
            return True
        names = f"{given.get('class', '')} {given.get('id', '')}".lower() if given else " "
        if names != " " and any(name in names for name in _FOR_SCREEN_READERS):
            return True
        if tag in _TAGS or given.get("role") in _ROLES or self._is_banner(element, tag) or _is_so_named(names):
            return self._can_spare(element)
        return False

    def _is_banner(self, element: etree._Element, tag: str) -> bool:
        """Whether a header or footer is the site's, not an article's own."""
        return tag in _BANNERS and self.is_site and next(element.iterancestors("main", "article"), None) is None

    def _can_spare(self, element: etree._Element) -> bool:
        """Whether the letter cannot be in an element: it is neither around the main part nor most of the page."""
        if self._weighed >= _MOST_WEIGHED or next(element.iter("main", "article"), None) is not None:
            return False
        self._whole = self._whole or _length(self._root)
        self._weighed += 1
        return _length(element) * 2 < self._whole


def _length(element: etree._Element) -> float:
    length: float = _LENGTH(element)
    return length


def _is_so_named(names: str) -> bool:
    if names == " ":
        return False
    return not _NAMES.isdisjoint(names.replace("-", " ").replace("_", " ").split())
