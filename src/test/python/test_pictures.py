"""Words for pictures, outlines and players where readers meet them: on pages and in JupyterLab, trusted or not."""

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest
from nbconvert import HTMLExporter
from loading import load

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 90  # how long to wait for JupyterLab on a slow machine
UNTRUSTED = "<p>removed<button onclick='1'></button><svg></svg></p>"  # only a trusted notebook keeps the drawing
SHOWN = """return [...document.querySelectorAll('.jp-OutputArea-output img')].map(picture => ({
    alt: picture.alt, width: picture.naturalWidth}))"""


class Media(HTMLParser):
    """The attributes of pictures and players in HTML."""

    def __init__(self, html: str):
        super().__init__()
        self.found = {"img": [], "audio": []}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.get(tag, []).append(dict(attributes))

    @property
    def pictures(self) -> list[dict]:
        return self.found["img"]

    @property
    def players(self) -> list[dict]:
        return self.found["audio"]


def outputs(path: Path) -> list:
    return [output for cell in nbformat.read(path, as_version=4).cells for output in cell.get("outputs", [])]


def media(path: Path) -> Media:
    return Media("".join(output.get("data", {}).get("text/html", "") for output in outputs(path)))


def assert_words(pictures: list[dict]) -> None:
    for picture in pictures:
        assert len(picture["alt"]) > 20 and not picture["alt"].startswith("No description"), picture["alt"]


def size(source: str) -> int:
    return len(base64.b64decode(source.partition("base64,")[2]))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_pictures_have_words_and_are_small(self, path):
        assert not [kind for output in outputs(path) for kind in output.get("data", {}) if kind.startswith("image/")]
        pictures = media(path).pictures
        assert pictures
        assert_words(pictures)
        assert max(size(picture["src"]) for picture in pictures) <= 100 * 1024

    def test_players_have_names(self, path):
        for player in media(path).players:
            assert player["title"] == player["aria-label"]
            assert "controls" in player

    def test_pages_have_the_words(self, path):
        """The page of `make run`, and the one that nbconvert makes by itself."""
        notebook = nbformat.read(path, as_version=4)
        usual, _ = HTMLExporter().from_notebook_node(notebook)
        for page in (load("notebook").html(notebook), usual):
            pictures = Media(page).pictures
            assert len(pictures) >= len(media(path).pictures)
            assert_words(pictures)


@pytest.fixture(scope="module")
def browser():
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not (program and driver):
        pytest.skip("no browser for JupyterLab: install chromium and chromium-driver")
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: make setup installs it")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--mute-audio"):
        options.add_argument(option)
    os.environ["SE_OFFLINE"] = "true"  # nothing is downloaded: browser and driver are those of the machine
    chromium = webdriver.Chrome(options, webdriver.ChromeService(driver))
    yield chromium
    chromium.quit()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def shown_outputs() -> list[dict]:
    """A figure and players as cells made them, and something that only a trusted notebook shows."""
    html = [output.data["text/html"] for output in outputs(NOTEBOOKS[0]) if "text/html" in output.get("data", {})]
    figure = next(one for one in html if "<img" in one and "<audio" not in one)
    players = next(one for one in html if "<audio" in one and "<img" in one)
    return [v4.new_output("display_data", {"text/html": one, "text/plain": ""}) for one in (figure, players, UNTRUSTED)]


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory):
    """The address of a JupyterLab with one notebook that is trusted and one that is not."""
    home = tmp_path_factory.mktemp("home")
    folder = tmp_path_factory.mktemp("notebooks")
    notebook = v4.new_notebook(cells=[v4.new_code_cell("x", outputs=shown_outputs())])
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    environment["HOME"] = str(home)
    for name in ("trusted", "untrusted"):
        notebook.metadata.title = name  # else both would have the signature of one
        nbformat.write(notebook, folder / f"{name}.ipynb")
    trust = [sys.executable, "-m", "jupyter", "trust", str(folder / "trusted.ipynb")]
    subprocess.run(trust, env=environment, check=True, capture_output=True, timeout=SECONDS)
    port = free_port()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    settings = ["--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"]
    with (home / "log.txt").open("w") as log:
        server = subprocess.Popen(command + settings, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: answers(address))
        yield address
    finally:
        server.terminate()
        server.wait(timeout=SECONDS)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api", timeout=SECONDS) as answer:
            return bool(json.load(answer))
    except urllib.error.URLError:
        return False


def wait_for(condition):
    """The first true value of a condition."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.2)
    raise AssertionError(f"nothing came within {SECONDS} s")


@pytest.mark.parametrize("name", ["trusted", "untrusted"])
def test_jupyterlab_shows_words_and_outlines(browser, jupyterlab, name):
    browser.get(f"{jupyterlab}/lab/tree/{name}.ipynb?reset")
    expected = len(Media("".join(output.data["text/html"] for output in shown_outputs())).pictures)
    pictures = wait_for(lambda: complete(browser.execute_script(SHOWN), expected))
    assert_words(pictures)
    page = browser.execute_script("return document.body.innerHTML")
    assert page.count("removed<button") == 1
    assert ("<svg></svg></p>" in page) == (name == "trusted")
    for player in Media(page).players:
        assert len(player["title"]) > 5


def complete(pictures: list[dict], expected: int) -> list[dict] | None:
    return pictures if len(pictures) == expected and all(picture["width"] for picture in pictures) else None


def test_few_tabs_lead_through_players_and_space_plays(browser, tmp_path):
    from selenium.webdriver.common.keys import Keys

    players = shown_outputs()[1].data["text/html"]
    page = tmp_path / "players.html"
    page.write_text(f"<button id=first>1</button>{players}<button id=last>2</button>", encoding="utf-8")
    browser.get(page.as_uri())
    browser.execute_script("document.getElementById('first').focus()")
    stops = 0
    while browser.switch_to.active_element.get_attribute("id") != "last":
        browser.switch_to.active_element.send_keys(Keys.TAB)
        stops += 1
        assert stops < 100
    assert stops - 1 <= 3 * len(Media(players).players)
    browser.execute_script("document.querySelector('audio').focus()")
    browser.switch_to.active_element.send_keys(Keys.SPACE)
    wait_for(lambda: browser.execute_script("return document.querySelector('audio').played.length > 0"))
