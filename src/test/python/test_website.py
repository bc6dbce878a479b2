"""The site of `make site`: all pages are there, every link leads somewhere, and nothing needs a network or a script."""

import re
import shutil
import sys
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))

import website  # noqa: E402


def javadoc(folder: Path) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text("<h1>API</h1>")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    website.build(ROOT, javadoc(folder / "apidocs"), folder / "site")
    return folder / "site"


def pages(site: Path) -> dict[str, str]:
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {name: text for name, text in found.items() if not name.startswith("javadoc/")}


def test_every_document_and_notebook_is_a_page(site):
    documents = [f"docs/{path.stem}.html" for path in (ROOT / "docs").glob("*.md")]
    notebooks = [f"notebooks/{path.stem}.html" for path in (ROOT / "notebooks").glob("*.ipynb")]
    assert {"index.html", "data/index.html", *documents, *notebooks} <= set(pages(site))
    assert not list(site.rglob("solutions"))
    assert (site / "javadoc" / "index.html").read_text() == "<h1>API</h1>"
    assert not site.with_name("site.part").exists()


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_has_its_players_and_pictures(site, path):
    page = pages(site)[f"notebooks/{path.stem}.html"]
    kept = [out.get("data", {}) for cell in nbformat.read(path, 4).cells for out in cell.get("outputs", [])]
    players = sum("".join(data.get("text/html", "")).count("<audio") for data in kept)
    assert players and page.count("<audio") == players
    pictures = sum("".join(data.get("text/html", "")).count("<img") for data in kept)
    assert pictures and page.count('src="data:image/') == pictures


def test_every_link_leads_somewhere(site):
    assert website.broken(site) == []
    local = [link for text in pages(site).values() for link in website.Links(text).links if "://" not in link]
    assert len(local) > 1000
    assert not [link for link in local if re.search(r"\.(md|ipynb)(#|$)", link)]


def test_no_page_needs_a_script_or_the_network(site):
    for name, text in pages(site).items():
        assert "<script" not in text, name
        assert not [link for link in website.Links(text).loaded if "://" in link], name
    assert not re.search(r"@import|url\(", (site / website.STYLE).read_text(encoding="utf-8"))


def test_every_page_leads_to_every_page(site):
    found = pages(site)
    for name, text in found.items():
        (navigation,) = re.findall(r"<nav.*?</nav>", text, re.DOTALL)
        links = website.Links(navigation).links
        targets = {((site / name).parent / link).resolve().relative_to(site.resolve()).as_posix() for link in links}
        assert targets == {*found, "javadoc/index.html"}
        assert navigation.count('aria-current="page"') == 1


@pytest.fixture(scope="module")
def phone():
    """Chromium with a screen of 390 pixels, as a phone has."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("no browser for the site: install chromium and chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: make setup installs it")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(option)
    chromium = webdriver.Chrome(options, webdriver.ChromeService(driver))
    screen = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    yield chromium
    chromium.quit()


def test_a_phone_shows_every_page_without_scrolling_sideways(site, phone):
    """What is wider, such as tables and code, scrolls by itself."""
    wide = {}
    for name in pages(site):
        phone.get((site / name).as_uri())
        wide[name] = phone.execute_script("return document.documentElement.scrollWidth")
    assert {name: width for name, width in wide.items() if width > 390} == {}


def test_a_page_follows_the_dark_theme(site, phone):
    def ground(theme: str) -> str:
        phone.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
        phone.get((site / "index.html").as_uri())
        return phone.execute_script("return getComputedStyle(document.body).backgroundColor")

    assert (ground("light"), ground("dark")) == ("rgb(255, 255, 255)", "rgb(20, 24, 29)")


def project(root: Path, text: str, **notebooks: str) -> Path:
    """A project of a README and notebooks, each of one text."""
    for name, source in notebooks.items():
        path = root / "notebooks" / (name.replace("__", "/") + ".ipynb")
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell(source)]), path)
    (root / "README.md").write_text(f"# Start\n\n{text}\n", encoding="utf-8")
    return root


def built(root: Path, **options) -> dict[str, str]:
    folder = root / "apidocs"
    website.build(root, folder if folder.exists() else javadoc(folder), root / "site", **options)
    return pages(root / "site")


def test_links_lead_to_pages(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "api.md").write_text("# API\n\n## A version\n\n[back](../README.md#start)")
    (tmp_path / "a card.json").write_text("{}")
    text = "[a](docs/api.md#a-version) [b](notebooks/a.ipynb) [c](a%20card.json) [d](https://example.org/x.md)"
    found = built(project(tmp_path, text, a="# Tour\n\n[back](../README.md)"))
    links = website.Links(re.search("<main>.*</main>", found["index.html"], re.DOTALL)[0]).links
    assert links == ["docs/api.html#a-version", "notebooks/a.html", "a%20card.json", "https://example.org/x.md"]
    assert 'href="../index.html#start"' in found["docs/api.html"] and 'href="../index.html"' in found["notebooks/a.html"]
    assert (tmp_path / "site" / "a card.json").read_text() == "{}"


@pytest.mark.parametrize(
    "text, error",
    [
        ("[a](docs/gone.md)", "README.md links to docs/gone.md, which is no file of the project"),
        ("[a](docs)", "README.md links to docs, which is no file of the project"),
        ("[a](../secret.txt)", "README.md links to ../secret.txt, which is no file of the project"),
        ("[a](#gone)", "index.html links to #gone: no such anchor"),
        ("![a](https://example.org/a.png)", "index.html loads https://example.org/a.png, from the network"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(tmp_path, text, error):
    (tmp_path / "secret.txt").write_text("not of the project")
    root = tmp_path / "project"
    (root / "docs").mkdir(parents=True)
    with pytest.raises(website.SiteError, match=re.escape(error)):
        built(project(root, text))
    assert not (root / "site").exists()


def test_solutions_are_pages_on_request(tmp_path):
    root = project(tmp_path, "[a](notebooks/a.ipynb)", a="# Tour", solutions__a="# Solutions")
    assert not [name for name in built(root) if "solutions" in name]
    assert "notebooks/solutions/a.html" in built(root, solutions=True)
    project(tmp_path, "[a](notebooks/solutions/a.ipynb)")
    with pytest.raises(website.SiteError, match="README.md links to notebooks/solutions/a.ipynb, but solutions are not"):
        built(root)


def test_no_site_without_javadoc(tmp_path):
    """The site of before stays."""
    root = project(tmp_path, "before")
    built(root)
    (root / "apidocs" / "index.html").unlink()
    project(tmp_path, "after")
    with pytest.raises(website.SiteError, match="apidocs has no index.html: Javadoc was not made"):
        built(root)
    assert "before" in pages(root / "site")["index.html"]


def test_anchors_are_those_of_github():
    """As https://github.com shows them, so that a link works there and on the site."""
    page = website.markdown("# `A` *b*: c, d_e\n\n## Über x-y & z\n\n## Same\n\n## Same\n")
    assert re.findall(r' id="([^"]*)"', page.body) == ["a-b-c-d_e", "über-x-y--z", "same", "same-1"]
    assert page.title == "A b: c, d_e"


def test_markdown_is_shown_as_on_github():
    page = website.markdown('# A\n\n<!-- a\ncomment -->\n| a |\n|---|\n| `<b>` |\n\n```java\nvar a = "<b>";\n```\n')
    assert "comment" not in page.body
    assert '<div class="wide"><table>' in page.body and "<code>&lt;b&gt;</code>" in page.body
    assert '<span class="kd">var</span>' in page.body and "&lt;b&gt;" in page.body
