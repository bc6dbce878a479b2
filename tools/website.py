"""Writes build/site: README, documents and notebooks with their kept outputs as pages, and Javadoc; for any web space.

Pages need no network, no server and no script. They lie where their sources lie, so README.md is index.html,
docs/api.md is docs/api.html. Whatever a page links to comes along; a link that leads nowhere ends the program.
Notebooks of notebooks/solutions are left out, except with --solutions.
"""

import argparse
import html
import posixpath
import re
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

import mistune
import nbformat
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

import notebook

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "build" / "site"
STYLE = "site.css"
JAVADOC = "javadoc"
FIRST = ["README.md", "docs/course.md", "docs/install.md", "docs/results.md"]
SOLUTIONS = "notebooks/solutions/"
LINK = re.compile(r"(?P<tag><[a-z]+\b[^<>]*?\s(?:href|src)=\")(?P<link>[^\"#][^\"]*)\"")
COMMENT = re.compile(r"^<!--.*?-->\n?", re.DOTALL | re.MULTILINE)

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{root}{style}">
</head>
<body>
<header><a href="{root}index.html">Jukelab</a> <a href="#pages">All pages</a></header>
<main>
{body}
</main>
<nav id="pages" aria-label="All pages">
{pages}
</nav>
</body>
</html>
"""


class SiteError(Exception):
    """A page that cannot be written as it should be."""


class Page(NamedTuple):
    title: str
    body: str


class Renderer(mistune.HTMLRenderer):
    """Markdown as GitHub shows it: headings have anchors, code has colours, wide tables scroll."""

    def __init__(self):
        super().__init__(escape=False)
        self.anchors = {}

    def heading(self, text: str, level: int, **_) -> str:
        words = html.unescape(re.sub(r"<[^>]*>", "", text)).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        count = self.anchors.get(anchor, 0)
        self.anchors[anchor] = count + 1
        return f'<h{level} id="{anchor}{f"-{count}" if count else ""}">{text}</h{level}>\n'

    def block_code(self, code: str, info: str | None = None) -> str:
        try:
            return highlight(code, get_lexer_by_name(info or "text"), HtmlFormatter())
        except ClassNotFound:
            return highlight(code, get_lexer_by_name("text"), HtmlFormatter())


def markdown(text: str) -> Page:
    body = mistune.create_markdown(renderer=Renderer(), plugins=["table", "strikethrough"])(COMMENT.sub("", text))
    body = body.replace("<table>", '<div class="wide"><table>').replace("</table>", "</table></div>")
    return Page(title(body), body)


def executed(path: Path) -> Page:
    """A notebook with the outputs that it has; nothing is executed."""
    body = notebook.html(nbformat.read(path, as_version=4))
    body = body[body.index("<main>") + len("<main>") : body.rindex("</main>")]
    return Page(title(body), body)


def title(body: str) -> str:
    """The text of the first heading."""
    found = re.search(r"<h1[^>]*>(.*?)(?:<a class=\"anchor-link\".*?)?</h1>", body, re.DOTALL)
    if not found:
        raise SiteError("has no heading")
    return html.unescape(re.sub(r"<[^>]*>", "", found[1])).strip()


def address(source: str) -> str:
    """Where a file of the project is on the site."""
    folder, name = posixpath.split(source)
    if name == "README.md":
        return posixpath.join(folder, "index.html")
    return re.sub(r"\.(md|ipynb)$", ".html", source)


def sources(root: Path, solutions: bool) -> list[str]:
    found = [root / "README.md", *sorted((root / "docs").glob("*.md")), *sorted((root / "notebooks").glob("*.ipynb"))]
    if solutions:
        found += sorted((root / SOLUTIONS).glob("*.ipynb"))
    return [path.relative_to(root).as_posix() for path in found]


def is_page(source: str) -> bool:
    return source.endswith((".md", ".ipynb"))


def read(root: Path, source: str) -> Page:
    try:
        if source.endswith(".ipynb"):
            return executed(root / source)
        return markdown((root / source).read_text(encoding="utf-8"))
    except SiteError as error:
        raise SiteError(f"{source} {error}") from error


def linked(source: str, page: Page, targets: list[str]) -> Page:
    """The page with links to pages of the site; the files that it links to are added to the targets."""

    def replace(found: re.Match) -> str:
        link = urlsplit(html.unescape(found["link"]))
        if link.scheme or link.netloc:
            return found[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(link.path)))
        targets.append(target)
        path = posixpath.relpath(address(target), posixpath.dirname(source) or ".")
        return f'{found["tag"]}{quote(path)}{"#" + html.escape(link.fragment) if link.fragment else ""}"'

    return page._replace(body=LINK.sub(replace, page.body))


def collected(root: Path, solutions: bool) -> tuple[dict[str, Page], list[str]]:
    """All pages by their source, and the other files that they link to."""
    pages, files, waiting = {}, [], sources(root, solutions)
    while waiting:
        source = waiting.pop(0)
        if source in pages or source in files:
            continue
        if not is_page(source):
            files.append(source)
            continue
        targets = []
        pages[source] = linked(source, read(root, source), targets)
        for target in targets:
            if target.startswith("../") or not (root / target).is_file():
                raise SiteError(f"{source} links to {target}, which is no file of the project")
            if target.startswith(SOLUTIONS) and not solutions:
                raise SiteError(f"{source} links to {target}, but solutions are not on the site")
        waiting += targets
    return pages, files


def navigation(pages: dict[str, Page], here: str) -> str:
    """Links to all pages, in groups, from the page of a source."""
    notebooks = sorted(source for source in pages if source.endswith(".ipynb"))
    first = [source for source in FIRST if source in pages]
    others = sorted((source for source in pages if source not in [*first, *notebooks]), key=lambda s: pages[s].title.lower())
    groups = {
        "Start": [(pages[source].title, address(source)) for source in first],
        "Notebooks": [(f"{Path(source).name[:2]} {pages[source].title}", address(source)) for source in notebooks],
        "More": [*((pages[source].title, address(source)) for source in others), ("Javadoc", f"{JAVADOC}/index.html")],
    }
    lines = []
    for group, links in groups.items():
        lines += [f"<h2>{group}</h2>", "<ul>", *(item(text, target, address(here)) for text, target in links), "</ul>"]
    return "\n".join(lines)


def item(text: str, target: str, here: str) -> str:
    current = ' aria-current="page"' if target == here else ""
    path = posixpath.relpath(target, posixpath.dirname(here) or ".")
    return f'<li><a href="{quote(path)}"{current}>{html.escape(text, quote=False)}</a></li>'


def written(pages: dict[str, Page], source: str) -> str:
    page = pages[source]
    return PAGE.format(
        title=html.escape(page.title),
        root="../" * address(source).count("/"),
        style=STYLE,
        body=page.body,
        pages=navigation(pages, source),
    )


def style() -> str:
    """The stylesheet, with the colours of code."""
    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("default", "github-dark"))
    text = (ROOT / "tools" / STYLE).read_text(encoding="utf-8")
    return f"{text}\n{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


class Links(HTMLParser):
    """Collects what a page links to, what it loads, and the anchors that it has."""

    def __init__(self, text: str):
        super().__init__()
        self.links, self.loaded, self.anchors = [], [], {""}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = {name: value for name, value in attrs if value}
        self.anchors |= {attributes[name] for name in ("id", "name") if name in attributes}
        if "href" in attributes:
            (self.loaded if tag == "link" else self.links).append(attributes["href"])
        if "src" in attributes:
            self.loaded.append(attributes["src"])


def broken(site: Path) -> list[str]:
    """What the pages of a site link to without its being there, and what they load from the network. Anchors within
    Javadoc are not looked at: JDK 17 lists some in constant-values.html that it does not write."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        made_by_javadoc = name.startswith(f"{JAVADOC}/")
        found += [f"{name} loads {link}, from the network" for link in page.loaded if urlsplit(link).netloc]
        for link in dict.fromkeys([*page.links, *page.loaded]):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = Path(posixpath.normpath(path.parent / unquote(parts.path))) if parts.path else path
            if not target.is_file() or site not in target.parents:
                found.append(f"{name} links to {link}: no such file")
            elif target in pages and unquote(parts.fragment) not in pages[target].anchors and not made_by_javadoc:
                found.append(f"{name} links to {link}: no such anchor")
    return found


def build(root: Path, javadoc: Path, site: Path, solutions: bool = False) -> None:
    """Writes a site, which appears whole or not at all."""
    if not (javadoc / "index.html").is_file():
        raise SiteError(f"{javadoc} has no index.html: Javadoc was not made")
    part = site.with_name(site.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(javadoc, part / JAVADOC)
    pages, files = collected(root, solutions)
    for source in pages:
        write(part / address(source), written(pages, source))
    for source in files:
        (part / source).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / source, part / source)
    write(part / STYLE, style())
    if faults := broken(part):
        raise SiteError("the site has links that lead nowhere:\n" + "\n".join(faults))
    shutil.rmtree(site, ignore_errors=True)
    part.replace(site)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--javadoc", type=Path, required=True, help="folder with the pages of Javadoc")
    parser.add_argument("--solutions", action="store_true", help="with the solutions of the exercises")
    options = parser.parse_args()
    try:
        build(ROOT, options.javadoc, SITE, options.solutions)
    except SiteError as error:
        sys.exit(f"jukelab: {error}")
    size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
    print(f"jukelab: {SITE.relative_to(ROOT)}/index.html, with all files {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
