"""Which domain a document belongs to: the label that the report groups by."""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from factscan.errors import UsageError

UNLABELLED = "unlabelled"

DOMAIN_FORMS = (
    "auto (the column `domain`, else the first folder below the source), column:NAME, "
    "host (of the document's URL), folder, =NAME (one name for all)"
)


@dataclass(frozen=True, slots=True)
class DomainRule:
    """How a document's domain is found; ``name`` is the column of ``column`` or the label of ``fixed``."""

    kind: Literal["auto", "column", "host", "folder", "fixed"] = "auto"
    name: str = ""

    def __str__(self) -> str:
        """The text that ``parse_domain_rule`` reads."""
        return {"column": f"column:{self.name}", "fixed": f"={self.name}"}.get(self.kind, self.kind)


def parse_domain_rule(text: str) -> DomainRule:
    """Read a rule as a person writes it: ``auto``, ``column:topic``, ``host``, ``folder``, ``=law``."""
    match text.partition(":"):
        case ("auto" | "host" | "folder") as kind, "", "":
            return DomainRule(kind)
        case "column", ":", name if name.strip():
            return DomainRule("column", name.strip())
    if text.startswith("=") and text[1:].strip():
        return DomainRule("fixed", text[1:].strip())
    raise UsageError(f"no domain rule: {text!r}; a rule is one of: {DOMAIN_FORMS}")


def host_of(url: str) -> str:
    """The host of a URL in lower case, without port and leading ``www.``; empty when there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # an unfinished IPv6 address
        return ""
    return host.removeprefix("www.")


def is_url(text: str) -> bool:
    return text.startswith(("http://", "https://"))


def domain_of(rule: DomainRule, label: str, url: str, folder: str) -> str:
    """The domain of one document; ``unlabelled`` where its rule finds nothing.

    ``label`` is what the record says in the rule's column, ``url`` its URL, ``folder`` the first folder
    below the source; what is absent is empty.
    """
    match rule.kind:
        case "auto":
            found = label or folder
        case "column":
            found = label
        case "host":
            found = host_of(url)
        case "folder":
            found = folder
        case "fixed":
            found = rule.name
    return found or UNLABELLED
