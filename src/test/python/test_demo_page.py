"""The demo's page in a browser: what a person does with it by mouse, keyboard, drop and microphone, and what is shown."""

import json
import math
import os
import random
import shutil
import struct
import subprocess
import urllib.error
import urllib.request
import wave
from pathlib import Path
from urllib.parse import urlsplit

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: make setup installs it")
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

ROOT = Path(__file__).resolve().parents[3]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
if not (CHROMIUM and DRIVER):
    pytest.skip("no browser for the demo's page: install chromium and chromium-driver", allow_module_level=True)

RATE = 16000
SECONDS = 60  # how long to wait for an answer on a slow machine
LIMITS = ("--max-mb", "1", "--max-seconds", "25")
NO_MICROPHONE = "Object.defineProperty(window, 'isSecureContext', {value: false})"
REFUSED = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
ONE_SECOND = """const usual = window.fetch;
window.fetch = async (url, options) => {
    const response = await usual(url, options);
    if (url !== "api/model") {
        return response;
    }
    const told = await response.json();
    told.limits.seconds = 1;
    return new Response(JSON.stringify(told));
};"""


def tone(file: Path, hertz: float, seconds: float = 3) -> Path:
    """A tone with a little noise."""
    noise = random.Random(hertz)
    samples = (9000 * math.sin(2 * math.pi * hertz * i / RATE) + noise.gauss(0, 300) for i in range(int(seconds * RATE)))
    file.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(file), "wb") as out:
        out.setparams((1, 2, RATE, 0, "NONE", ""))
        out.writeframes(b"".join(struct.pack("<h", int(sample)) for sample in samples))
    return file


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """A network and a classical model that know the labels of the synthetic calls, so that there are examples."""
    folder = tmp_path_factory.mktemp("models")
    for i in range(6):
        tone(folder / "tones" / "cat" / f"{i}.wav", 900 + 70 * i)
        tone(folder / "tones" / "dog" / f"{i}.wav", 200 + 15 * i)
    recipes = {"network.zip": ("small-windows", "--epochs", "1"), "classical.zip": ("logistic",)}
    programs = [
        subprocess.Popen(
            [ROOT / "jukelab", "train", *recipe, "--data", folder / "tones", "--out", folder / name],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for name, recipe in recipes.items()
    ]
    for program in programs:
        errors = program.communicate(timeout=300)[1]
        assert program.returncode == 0, errors
    return [folder / name for name in recipes]


@pytest.fixture(scope="module")
def server(models, tmp_path_factory):
    """The address of a demo of both models."""
    errors = tmp_path_factory.mktemp("demo") / "errors.txt"
    with errors.open("w") as stderr:
        program = subprocess.Popen(
            [ROOT / "jukelab", "demo", *models, "--port", "0", *LIMITS], stdout=subprocess.PIPE, stderr=stderr, text=True
        )
    try:
        line = next((line for line in program.stdout if line.startswith("Open ")), None)
        assert line, errors.read_text()
        yield line.split()[1]
    finally:
        program.terminate()
        program.wait(timeout=60)
        program.stdout.close()


def api(address: str, body: bytes | None = None):
    """The status and the JSON of an answer; with a body, of `POST /api/predict`."""
    request = urllib.request.Request(address + ("/api/model" if body is None else "/api/predict"), data=body)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def chromium(*options: str, preferences: dict | None = None):
    settings = webdriver.ChromeOptions()
    settings.binary_location = CHROMIUM
    for option in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--mute-audio", *options):
        settings.add_argument(option)
    settings.add_experimental_option("prefs", preferences or {})
    settings.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    os.environ["SE_OFFLINE"] = "true"  # nothing is downloaded: browser and driver are those of the machine
    return webdriver.Chrome(options=settings, service=Service(DRIVER))


@pytest.fixture(scope="module")
def english():
    driver = chromium(
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--lang=en-US",
        preferences={"intl.accept_languages": "en-US,en"},
    )
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def german():
    """A German browser on a machine without a microphone."""
    driver = chromium("--lang=de-DE", preferences={"intl.accept_languages": "de-DE,de"})
    yield driver
    driver.quit()


class Page:
    """The page in a browser, with what a test looks at."""

    def __init__(self, driver, address: str):
        self.driver = driver
        self.address = address
        self.scripts = []
        self.resize(1280, 900)
        self.emulate()

    def open(self, before: str = ""):
        """Loads the page; the script `before` runs first, in place of a browser that is like that."""
        if before:
            answer = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": before})
            self.scripts.append(answer["identifier"])
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(self.address + "/")
        self.until(lambda: self.find("#file").is_enabled() and self.text("#record-note"))
        return self

    def resize(self, width: int, height: int):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def emulate(self, scheme: str = "light"):
        features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def offline(self, value: bool):
        conditions = {"offline": value, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.driver.execute_cdp_cmd("Network.emulateNetworkConditions", conditions)

    def find(self, css: str):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list:
        return [found for found in self.driver.find_elements(By.CSS_SELECTOR, css) if found.is_displayed()]

    def text(self, css: str) -> str:
        """Its text, also where it is only read aloud."""
        return self.find(css).get_attribute("textContent")

    def until(self, holds):
        """Elements that the page replaces while they are looked at do not end the wait."""
        replaced = [NoSuchElementException, StaleElementReferenceException]
        WebDriverWait(self.driver, SECONDS, 0.05, replaced).until(lambda _: holds())

    def script(self, text: str, *arguments):
        return self.driver.execute_script(text, *arguments)

    def upload(self, file: Path):
        self.find("#file").send_keys(str(file))

    def drop(self, file: Path):
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.driver.execute_cdp_cmd("Input.dispatchDragEvent", {"type": kind, "x": 600, "y": 300, "data": data})

    def answered(self, name: str):
        self.until(lambda: self.all("#error") or self.all("#answer") and self.text(".source strong") == name)
        assert not self.all("#error"), self.text("#error")

    def failed(self) -> tuple[str, str]:
        """Title and text of an error, which has the focus and is read aloud."""
        self.until(lambda: self.all("#error"))
        assert self.driver.switch_to.active_element == self.find("#error-title")
        assert self.find("#error").aria_role == "alert"
        return self.text("#error-title"), self.text("#error-text")

    def bars(self) -> list[list[tuple[str, str]]]:
        """Labels and numbers of each model that is shown, as they are read aloud."""
        rows = "return [...arguments[0].querySelectorAll('tr')].map(row => [...row.cells].map(cell => cell.textContent))"
        return [[tuple(row) for row in self.script(rows, card)] for card in self.all(".card")]

    def moments(self, over_time) -> list[str]:
        """The list below a strip, opened."""
        over_time.find_element(By.TAG_NAME, "summary").click()
        self.until(lambda: over_time.find_elements(By.TAG_NAME, "button"))
        return [button.get_attribute("textContent") for button in over_time.find_elements(By.TAG_NAME, "button")]

    def audio(self) -> tuple[float, bool]:
        """Where the player is, and whether it plays."""
        return tuple(self.script("const a = document.querySelector('audio'); return [a.currentTime, !a.paused]"))

    def requests(self) -> list[str]:
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]

    def close(self):
        """Every test ends here: nothing was asked of another host, and the console has no error of ours."""
        self.offline(False)
        for script in self.scripts:
            self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": script})
        host = urlsplit(self.address).netloc
        assert {urlsplit(url).netloc for url in self.requests() if urlsplit(url).scheme not in ("data", "blob")} <= {host}
        messages = [entry["message"] for entry in self.driver.get_log("browser")]
        assert [message for message in messages if "Failed to load resource" not in message] == []


@pytest.fixture
def page(english, server):
    page = Page(english, server)
    yield page
    page.close()


@pytest.fixture
def german_page(german, server):
    page = Page(german, server)
    yield page
    page.close()


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return tone(tmp_path_factory.mktemp("sounds") / "a tone & more.wav", 950, seconds=7)


def percent(probability: float) -> str:
    return f"{100 * probability:.1f}%"


def rows(prediction: dict) -> list[tuple[str, str]]:
    return [(each["label"], percent(each["probability"])) for each in prediction["probabilities"]]


# ---- ways to give a sound


def test_an_upload_shows_what_the_api_answers(page, server, sound):
    page.open().upload(sound)
    page.answered(sound.name)
    status, answer = api(server, sound.read_bytes())
    assert status == 200 and len(answer["predictions"]) == 2
    assert page.bars() == [rows(prediction) for prediction in answer["predictions"]]
    widths = page.script("return [...document.querySelectorAll('.fill')].map(bar => parseFloat(bar.style.width))")
    assert widths == pytest.approx([
        100 * each["probability"] for prediction in answer["predictions"] for each in prediction["probabilities"]
    ], abs=1e-3)
    for prediction, label, share in zip(answer["predictions"], page.all(".label"), page.all(".share")):
        assert (label.text, share.text) == rows(prediction)[0]
    assert page.text(".source") == f"{sound.name} 7\u00a0s, 16,000\u00a0Hz, 1 channel"
    first = rows(answer["predictions"][0])[0]
    assert page.text("#status").startswith(f"Result for {sound.name}. ") and " ".join(first) in page.text("#status")
    page.until(lambda: page.script("return document.querySelector('audio').duration") == pytest.approx(7, abs=0.01))


def test_every_moment_is_that_of_the_api(page, server, sound):
    page.open().upload(sound)
    page.answered(sound.name)
    told = {model["name"]: model["labels"] for model in api(server)[1]["models"]}
    predictions = api(server, sound.read_bytes())[1]["predictions"]
    assert len(predictions[0]["segments"]) > 2
    for prediction, over_time in zip(predictions, page.all(".over-time"), strict=True):
        strip, segments = over_time.find_element(By.CSS_SELECTOR, ".strip"), prediction["segments"]
        assert strip.get_attribute("aria-valuemax") == str(len(segments))
        shown = page.moments(over_time) if len(segments) > 1 else [over_time.find_element(By.CSS_SELECTOR, ".readout").text]
        assert shown == [
            f"0:{each['start']:04.1f}–0:{each['end']:04.1f} {each['label']} "
            + percent(each["probabilities"][told[prediction["model"]].index(each["label"])])
            for each in segments
        ]


def test_a_drop_anywhere(page, sound):
    page.open().drop(sound)
    page.answered(sound.name)
    assert not page.all("#drop")


def test_a_drop_of_something_else(page):
    page.open()
    page.script("dispatchEvent(new DragEvent('drop', {dataTransfer: new DataTransfer(), cancelable: true}))")
    assert page.failed()[0] == "No file"


def test_examples(page):
    page.open()
    buttons = page.all("#example-list button")
    assert buttons
    for button in buttons[:2]:
        button.click()
        page.answered(f"Example: {button.text}")
    assert len(page.all(".card")) == 2


def test_a_second_sound_cancels_the_first(page):
    page.open()
    names = [button.text for button in page.all("#example-list button")]
    page.script("const [one, two] = document.querySelectorAll('#example-list button'); one.click(); two.click()")
    page.answered(f"Example: {names[1]}")
    assert len([url for url in page.requests() if "api/predict" in url]) == 1


def test_cancel(page):
    page.open()
    page.script("document.querySelector('#example-list button').click(); document.querySelector('#cancel').click()")
    assert page.all("#empty") and page.text("#status") == "Cancelled."
    assert page.driver.switch_to.active_element == page.find("#file")


# ---- microphone


def test_the_microphone(page):
    page.open()
    record = page.find("#record")
    assert record.accessible_name == "Record from the microphone" and page.text("#record-note") == "At most 25 seconds."
    record.click()
    page.until(lambda: page.all("#level-line") and page.text("#record-time") >= "0:01.0")
    page.until(lambda: page.find("#level").size["width"] > 0)
    assert page.text("#status").startswith("Recording") and record.accessible_name == "Stop and see the labels"
    record.click()
    page.answered("Your recording")
    assert page.script("return document.querySelector('audio').duration") >= 1
    assert record.accessible_name == "Record from the microphone" and not page.all("#level-line")


def test_a_recording_ends_by_itself(page):
    page.open(before=ONE_SECOND)
    page.find("#record").click()
    page.answered("Your recording")
    assert 0.5 < page.script("return document.querySelector('audio').duration") <= 1


def test_a_page_that_may_not_have_the_microphone(page):
    page.open(before=NO_MICROPHONE)
    assert not page.find("#record").is_enabled()
    assert "only to pages of this machine (http://127.0.0.1) or with https" in page.text("#record-note")


def test_a_microphone_that_is_refused(page):
    page.open(before=REFUSED)
    page.find("#record").click()
    title, text = page.failed()
    assert title == "No recording" and "Allow it in the browser's address bar" in text


def test_a_machine_without_microphone(german_page):
    german_page.open()
    assert not german_page.find("#record").is_enabled()
    assert german_page.text("#record-note") == "No microphone was found on this machine."


# ---- errors


def refused(body: bytes, file: Path, page: Page) -> tuple[int, str]:
    """What the page shows for a file, after a look that it is the server's message."""
    file.write_bytes(body)
    status, answer = api(page.address, body)
    page.open().upload(file)
    title, text = page.failed()
    assert text == answer["error"]["message"]
    return status, title


def test_a_file_that_is_no_sound(page, tmp_path):
    assert refused(b"Dear diary", tmp_path / "diary.mp3", page) == (415, "Not a sound file")


def test_a_sound_without_samples(page, tmp_path):
    assert refused(tone(tmp_path / "none.wav", 440, seconds=0).read_bytes(), tmp_path / "none.wav", page) == (
        422, "This sound cannot be used")


def test_an_empty_file(page, tmp_path):
    assert refused(b"", tmp_path / "empty.wav", page) == (400, "This did not work")


def test_a_sound_that_is_too_long(page, tmp_path):
    long = tone(tmp_path / "long.wav", 440, seconds=26).read_bytes()
    assert refused(long, tmp_path / "long.wav", page) == (413, "Too much")


def test_a_file_that_is_too_large_is_not_sent(page, tmp_path):
    large = tmp_path / "large.wav"
    large.write_bytes(bytes(1_200_000))
    page.open().upload(large)
    assert page.failed() == ("Too much", "large.wav has 1.1\u00a0MB; at most 1\u00a0MB can be sent. Cut it, or save it as flac or mp3.")
    assert not [url for url in page.requests() if "api/predict" in url]


def test_a_server_that_does_not_answer_is_asked_again(page, sound):
    page.open().offline(True)
    page.upload(sound)
    title, text = page.failed()
    assert title == "No answer" and "The server does not answer" in text
    page.offline(False)
    page.find("#again").click()
    page.answered(sound.name)


# ---- what is shown


def test_a_sound_that_the_browser_cannot_play(page, tmp_path):
    """An au file, of 16 bits and one channel."""
    file = tmp_path / "tone.au"
    samples = b"".join(struct.pack(">h", int(9000 * math.sin(i / 5))) for i in range(4 * RATE))
    file.write_bytes(struct.pack(">4s5I", b".snd", 24, len(samples), 3, RATE, 1) + samples)
    page.open().upload(file)
    page.answered(file.name)
    page.until(lambda: "This browser cannot play this kind of file" in page.find(".timeline").text)
    assert not page.all("audio")


def test_what_the_models_know(page, server):
    page.open()
    told = api(server)[1]["models"]
    assert len(page.all(".known")) == len(told) == 2
    for model, known in zip(told, page.all(".known")):
        lines = known.text.split("\n")
        assert model["title"] in lines[0] and "A label that it never saw cannot be named." in known.text
        for text in (*model["labels"], *model["cautions"], *(line["value"] for line in model["card"])):
            assert text in known.text
    assert page.text("#privacy").startswith("It stays on this machine.")


def test_models_are_chosen(page, sound):
    page.open()
    boxes = page.all("#model-list input")
    boxes[1].click()
    page.upload(sound)
    page.answered(sound.name)
    assert len(page.all(".card")) == len(page.all(".strip")) == len(page.all(".known")) == 1
    boxes[1].click()
    page.until(lambda: len(page.all(".card")) == 2)
    boxes[0].click()
    assert len(page.all(".card")) == len(page.all(".strip")) == 1
    boxes[1].click()
    assert boxes[1].is_selected() and page.text("#models-note") == "One model at least has to answer."
    assert len([url for url in page.requests() if "api/predict" in url]) == 2


def test_a_click_on_a_strip_plays_that_moment_to_its_end(page, sound):
    page.open().upload(sound)
    page.answered(sound.name)
    strip = page.all(".strip")[0]
    ActionChains(page.driver).move_to_element_with_offset(strip, int(0.3 * strip.size["width"]), 0).click().perform()
    page.until(lambda: page.audio()[1])
    start = float(strip.get_attribute("aria-valuetext").split()[0])
    assert 0 < start < 7 and page.audio()[0] >= start
    page.until(lambda: not page.audio()[1])
    assert page.audio()[0] == pytest.approx(start, abs=0.01)


def test_only_the_keyboard(page, sound):
    page.open()
    keys = ActionChains(page.driver)
    reached = []

    def tab_to(name: str):
        for _ in range(30):
            keys.send_keys(Keys.TAB).perform()
            focus = page.driver.switch_to.active_element
            reached.append(focus.accessible_name)
            if focus.accessible_name == name:
                return focus
        raise AssertionError(f"{name} is not among {reached}")

    example = page.all("#example-list button")[0].text
    tab_to("Skip to the result")
    tab_to("Choose a sound file")
    tab_to("Record from the microphone")
    tab_to(example)
    keys.send_keys(Keys.ENTER).perform()
    page.answered(f"Example: {example}")
    page.upload(sound)  # the dialog of the browser is not part of the page
    page.answered(sound.name)
    tab_to("The sound")
    strip = tab_to(page.all(".strip")[0].accessible_name)
    assert page.script("return getComputedStyle(arguments[0]).outlineStyle", strip) == "solid"
    last = int(strip.get_attribute("aria-valuemax"))
    assert last > 2
    for key, value in ((Keys.END, last), (Keys.ARROW_LEFT, last - 1), (Keys.HOME, 1), (Keys.ARROW_RIGHT, 2)):
        keys.send_keys(key).perform()
        assert strip.get_attribute("aria-valuenow") == str(value)
    keys.send_keys(Keys.ENTER).perform()
    page.until(lambda: page.audio()[1])
    assert page.audio()[0] >= float(strip.get_attribute("aria-valuetext").split()[0])
    tab_to(page.all(".over-time summary")[0].accessible_name)
    keys.send_keys(Keys.ENTER).perform()
    page.until(lambda: page.all(".moments button"))


def test_names_and_roles_for_a_screen_reader(page, sound):
    page.open().upload(sound)
    page.answered(sound.name)
    page.driver.execute_cdp_cmd("Accessibility.enable", {})
    tree = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in tree if not node["ignored"] and node.get("role")
    ]
    controls = {"button", "link", "checkbox", "slider", "Audio", "DisclosureTriangle", "progressbar", "image", "table"}
    assert controls - {"progressbar"} <= {role for role, _ in named}
    assert [role for role, name in named if role in controls and not name] == []
    for expected in (("button", "Choose a sound file"), ("button", "Record from the microphone"), ("group", "Models that answer"),
                     ("heading", "Result"), ("heading", "What these models know")):
        assert expected in named
    cells = [name for role, name in named if role in ("rowheader", "cell", "gridcell")]
    assert list(zip(cells[::2], cells[1::2])) == [row for card in page.bars() for row in card]
    assert len([name for role, name in named if role == "slider" and name.startswith("Labels over time, ")]) == 2
    headings = page.script("return [...document.querySelectorAll('h1, h2, h3')].map(h => Number(h.tagName[1]))")
    assert headings[0] == 1 and all(after <= before + 1 for before, after in zip(headings, headings[1:]))
    assert page.script("return document.documentElement.lang") == "en"


@pytest.mark.parametrize("width", [320, 640])
def test_small_screens_and_large_letters(page, sound, width):
    """No scrolling to the side; 640 px are a common screen at 200 %. Whatever is touched is large enough."""
    page.resize(width, 640)
    page.open()

    def fits():
        return page.script("return document.documentElement.scrollWidth <= innerWidth")

    assert fits()
    page.upload(sound)
    page.answered(sound.name)
    assert page.moments(page.all(".over-time")[0])
    assert fits()
    touched = page.all("button, summary, label.button, label.check, .strip, audio")
    assert len(touched) > 10
    assert {each.text: each.size for each in touched if each.size["height"] < 44} == {}
    page.until(lambda: page.script("return document.querySelector('#result').getBoundingClientRect().top") < 640)
    page.upload(Path(__file__))
    page.failed()
    assert fits()


LUMINANCE = """const pen = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
const style = getComputedStyle(document.documentElement);
return Object.fromEntries(arguments[0].map(name => {
    pen.fillStyle = style.getPropertyValue(`--${name}`);
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(value => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return [name, 0.2126 * r + 0.7152 * g + 0.0722 * b];
}));"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_by_day_and_by_night(page, scheme):
    """As WCAG 2.2 asks at level AA: 4.5 : 1 for text, 3 : 1 for what is drawn."""
    page.emulate(scheme)
    page.open()
    texts = [("ink", "paper"), ("ink", "surface"), ("muted", "paper"), ("muted", "surface"), ("muted", "hover"), ("accent", "surface"),
             ("on-accent", "accent"), ("alarm", "alarm-ground"), ("ink", "alarm-ground"), ("ink", "care-ground")]
    drawn = [(f"hue-{hue}", "surface") for hue in (*range(10), "other")] + [
        ("edge", "surface"), ("wave", "surface"), ("playhead", "surface"), ("accent", "surface")]
    names = sorted({name for pair in texts + drawn for name in pair})
    luminance = page.script(LUMINANCE, names)
    assert (luminance["surface"] > 0.5) == (scheme == "light")

    def contrast(pair):
        dark, light = sorted(luminance[name] for name in pair)
        return (light + 0.05) / (dark + 0.05)

    assert {pair: contrast(pair) for pair in texts if contrast(pair) < 4.5} == {}
    assert {pair: contrast(pair) for pair in drawn if contrast(pair) < 3} == {}


def test_german_numbers(german_page, server, sound):
    german_page.open().upload(sound)
    german_page.answered(sound.name)
    prediction = api(server, sound.read_bytes())[1]["predictions"][0]
    expected = [(label, text.replace(".", ",").replace("%", "\u00a0%")) for label, text in rows(prediction)]
    assert german_page.bars()[0] == expected
    assert "16.000\u00a0Hz" in german_page.text(".source")
    assert ",0 to " in german_page.find(".strip").get_attribute("aria-valuetext")
