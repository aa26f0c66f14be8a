"""HTML without what a browser does not need: a site has thousands of pages."""

from __future__ import annotations

import re

__all__ = ["slim"]

_SCRIPT = re.compile(r"(<script type.*?</script>)", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
# End tags that may be left out, wherever the templates have them, and start tags that
# are understood: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
_OPTIONAL = re.compile(
    r"</(?:li|dt|dd|option|tr|th|td|thead|tbody|body|html|head)>|<(?:head|body)>"
)
# That of a paragraph may be left out before a block, or at the end of one.
_PARAGRAPH = re.compile(
    r"</p>(?=\s*(?:<(?:p|ul|ol|dl|div|section|h[1-6]|article|table|form|header|li)\b"
    r"|</(?:div|section|article|main|header|footer|form|li|ul)>))"
)
_QUOTED = re.compile(r"""(?<=[a-z])="([^\s"'`=<>]*[^\s"'`=<>/])\"""")


def slim(page: str) -> str:
    r"""Return a page with the same meaning, in fewer bytes.

    >>> from kcinema._site.slim import slim
    >>> slim('<ul>\n<li><a href="a.html">It&#39;s</a></li>\n</ul>').rstrip()
    "<ul><li><a href=a.html>It's</a></ul>"
    """
    # What is inside a script is no HTML.
    parts = _SCRIPT.split(page)
    parts[::2] = map(_slim, parts[::2])
    return "".join(parts) + "\n"


def _slim(page: str) -> str:
    page = _SPACE.sub("\n", page)
    page = page.replace(">\n<", "><").strip()
    page = _PARAGRAPH.sub("", page)
    page = _OPTIONAL.sub("", page)
    # Quotes in texts are escaped, so what looks like an attribute is one.
    page = _QUOTED.sub(r"=\1", page)
    return page.replace('=""', "").replace("&#39;", "'")
