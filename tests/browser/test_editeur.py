"""The web editor in a real browser, on a folder of content as « Travailler avec un dépôt local » opens it."""

import difflib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from plugins.building.local_server import start
from tests.sample import CONTENT, DAY

pytestmark = [pytest.mark.site, pytest.mark.browser]

# The folder that the browser is given: its own private one, filled with the content; `.git` makes it a repository.
FILL = """async (files) => {
  const top = await navigator.storage.getDirectory();
  await top.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    let folder = top;
    for (const name of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async () => {
  const read = async (folder, prefix) => {
    const found = {};
    for await (const [name, handle] of folder.entries()) {
      if (name.endsWith('.crswap') || name.startsWith('.sveltia-tmp')) continue; // being written
      if (handle.kind === 'directory') Object.assign(found, await read(handle, `${prefix}${name}/`));
      else {
        // A file that is replaced at this very moment is read the next time.
        const text = await handle.getFile().then((file) => file.text()).catch((error) => {
          if (!['NotFoundError', 'NotReadableError'].includes(error.name)) throw error;
        });
        if (text !== undefined) found[prefix + name] = text;
      }
    }
    return found;
  };
  return read(await navigator.storage.getDirectory(), '');
}"""
STATUS_OF_THE_FORGE = "githubstatus"


class Editor:
    """A person at the editor, and the files that they change."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.set_default_timeout(60_000)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.goto(f"{address}/licences/")
        self.files = {
            path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8")
            for path in CONTENT.rglob("*")
            if path.suffix in {".md", ".yml"}
        }
        page.evaluate(FILL, self.files)
        page.goto(f"{address}/admin/")
        page.get_by_role("button", name="Travailler avec un dépôt local").click()
        expect(page.get_by_role("row", name="Agence du travail")).to_be_visible(timeout=60_000)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}/admin/#/collections/{path}")

    def type(self, label: str, text: str) -> None:
        field = self.page.get_by_role("textbox", name=label, exact=True).first
        field.fill(text)
        field.blur()

    def save(self) -> dict[str, str]:
        """What files hold afterwards, of those that changed."""
        before = self.page.evaluate(READ)
        button = self.page.get_by_role("button", name="Enregistrer").first
        expect(button).to_be_enabled()
        button.click()
        expect(button).to_be_hidden(timeout=60_000)  # saved, the editor goes back to the list
        while not (changed := {name: text for name, text in self.page.evaluate(READ).items() if before.get(name) != text}):
            self.page.wait_for_timeout(100)
        return changed


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, inv: Callable[..., Any]) -> Iterator[str]:
    site = tmp_path_factory.mktemp("edited") / "site"
    ended = inv("build", "--content", CONTENT, "--output", site, "--date", DAY, "--set", "WEB_EDITOR=true")
    assert ended.returncode == 0, ended.stderr
    server, found = start(site)
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def editor(chromium: Any, address: str) -> Iterator[Editor]:
    context = chromium.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, service_workers="block")
    context.add_init_script("window.showDirectoryPicker = () => navigator.storage.getDirectory();")
    yield Editor(context.new_page(), address)
    context.close()


def changes(before: str, after: str) -> list[str]:
    """The lines that came and went."""
    compared = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in compared if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("width", [360, 1280])
def test_its_door_is_in_french_bears_the_icon_of_the_site_and_can_be_enlarged(chromium: Any, address: str, width: int) -> None:
    context = chromium.new_context(locale="en-GB", viewport={"width": width, "height": 780}, service_workers="block")
    page = context.new_page()
    page.goto(f"{address}/admin/")
    expect(page.get_by_role("button", name="Travailler avec un dépôt local")).to_be_visible(timeout=60_000)
    expect(page.locator(f'img[src="{address}/icones/icone.svg"]')).to_be_visible()
    viewports = page.locator('meta[name="viewport"]')
    for rank in range(viewports.count()):
        expect(viewports.nth(rank)).to_have_attribute("content", "width=device-width, initial-scale=1")
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_an_entry_of_every_kind_is_saved_and_the_whole_is_accepted(
    editor: Editor, inv: Callable[..., Any], tmp_path: Path
) -> None:
    folders = sorted({name.split("/")[0] for name in editor.files if name.endswith(".md")})
    assert len(folders) == 7
    for folder in folders:
        slug = next(name for name in sorted(editor.files) if name.startswith(f"{folder}/"))
        editor.open(f"{folder}/entries/{Path(slug).stem}")
        editor.type("Titre", f"Un titre de {folder}")
        saved = editor.save()
        assert list(saved) == [slug]
        [gone, came] = changes(editor.files[slug], saved[slug])
        assert gone.startswith("-titre: ")
        assert came == f"+titre: Un titre de {folder}"
    assert {url.split("/")[2] for url in editor.asked if url.startswith("http")} <= {
        editor.address.removeprefix("http://"),
        f"www.{STATUS_OF_THE_FORGE}.com",  # asked by the editor, refused by the policy of its page
    }
    assert [fault for fault in editor.faults if STATUS_OF_THE_FORGE not in fault] == []
    content = tmp_path / "content"
    for name, text in editor.page.evaluate(READ).items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8")
    ended = inv("check", "--content", content, "--set", f"BUILD_DATE={DAY}")
    assert ended.returncode == 0, ended.stderr


def test_a_new_page_is_named_after_its_title_and_what_is_missing_is_told_in_french(editor: Editor) -> None:
    editor.open("besoins/new")
    editor.type("Résumé", "Une phrase.")
    editor.page.get_by_role("button", name="Enregistrer").first.click()
    expect(editor.page.get_by_text("Ce champ est obligatoire.").first).to_be_visible()
    editor.type("Titre", "J'ai perdu mes clés : que faire ?")
    assert editor.save() == {
        "besoins/j-ai-perdu-mes-cles-que-faire.md": '---\ntitre: "J\'ai perdu mes clés : que faire ?"\nresume: Une phrase.\n---\n'
    }


def test_an_entry_of_a_list_is_corrected_where_it_stands(editor: Editor) -> None:
    editor.open("listes/entries/territoires")
    editor.page.get_by_role("button", name=re.compile("Développer|Expand")).first.click()
    first = editor.page.get_by_role("textbox", name="Nom", exact=True).first
    before = first.input_value()
    first.fill("Les Deux Rives")
    first.blur()
    saved = editor.save()
    assert list(saved) == ["territoires.yml"]
    written = editor.files["territoires.yml"]
    assert saved["territoires.yml"] == written.replace(f"nom: {before},", "nom: Les Deux Rives,", 1)
