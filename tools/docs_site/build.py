"""Build the documentation site: `python -m docs_site.build FOLDER` from tools/, or `make docs`. Works without network.

The pages of docs/ that people write, those that reference.py makes of the program, and the Arabic ones of docs/ar
become two sites in one folder: FOLDER/index.html in English, FOLDER/ar/index.html in Arabic, from right to left. Pages
load nothing from elsewhere and open from a disk."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from docs_site.reference import PAGES, codebook_page

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DOCS = ROOT / "docs"
BESIDE = {"../README.md": "index.md", "../CONTRIBUTING.md": "contributing.md", "../CHANGELOG.md": "changes.md"}
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:|#)([^)#\s]+)(#[^)\s]*)?\)")
_SHIM = "https://unpkg.com/iframe-worker/shim"


def main(target: Path) -> None:
    """Build both sites into a folder, which is made anew."""
    with tempfile.TemporaryDirectory() as folder:
        english, arabic = Path(folder, "en"), Path(folder, "ar")
        _site(english, english_pages(), "en")
        _site(arabic, arabic_pages(), "ar")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(english / "site", target)
        shutil.copytree(arabic / "site", target / "ar")


def english_pages() -> dict[str, str]:
    """Pages by where they stand: docs/*.md, the project's own files, and the reference."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
    for name, page in (("CONTRIBUTING.md", "contributing.md"), ("CHANGELOG.md", "changes.md")):
        pages[page] = (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")
    pages |= {name: make() for name, make in PAGES.items()}
    return {name: _linked(text, name, pages) for name, text in pages.items()}


def arabic_pages() -> dict[str, str]:
    """The Arabic pages, and the codebook with Arabic labels first."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in sorted((DOCS / "ar").glob("*.md"))}
    return {**pages, "codebook.md": codebook_page("ar")}


def _linked(text: str, page: str, pages: dict[str, str]) -> str:
    """The page with links to what is no page as plain words with the file's name: the site has no source files."""

    def link(match: re.Match[str]) -> str:
        words, target, anchor = match[1], match[2], match[3] or ""
        if page in ("contributing.md", "changes.md"):
            target = target.removeprefix("docs/")
        if target in BESIDE:
            return f"[{words}]({BESIDE[target]}{anchor})"
        held = (Path(page).parent / target).as_posix()
        known = re.sub(r"(^|/)[^/]+/\.\./", r"\1", held)
        if known in pages or (DOCS / known).exists():
            return match[0].replace(match[2], target)
        name = target.removeprefix("../")
        return f"`{name}`" if words == name else f"{words} (`{name}`)"

    return _LINK.sub(link, text)


def _site(folder: Path, pages: dict[str, str], lang: str) -> None:
    """One language's site, in folder/site."""
    docs = folder / "docs"
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    for path in DOCS.iterdir():
        if path.suffix in (".png", ".svg", ".json"):
            shutil.copy(path, docs)
    shutil.copy(HERE / "extra.css", docs)
    shutil.copy(HERE / "worker.js", docs)
    settings = {**settings_of(lang), "docs_dir": "docs", "site_dir": "site"}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    program = Path(sys.executable).with_name("zensical")
    done = subprocess.run([program, "build"], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode or "No issues found" not in done.stdout + done.stderr:
        sys.exit(f"docs: {lang}: zensical found issues:\n{done.stdout}{done.stderr}")
    for page in (folder / "site").rglob("*.html"):
        depth = len(page.relative_to(folder / "site").parts) - 1
        text = page.read_text(encoding="utf-8").replace(_SHIM, f"{'../' * depth or './'}worker.js")
        page.write_text(text, encoding="utf-8")


def settings_of(lang: str) -> dict[str, Any]:
    """The settings of a language's site (nav.yml), in the form of mkdocs, which zensical reads."""
    own = yaml.safe_load((HERE / "nav.yml").read_text(encoding="utf-8"))[lang]
    return {
        "site_name": own["name"],
        "use_directory_urls": False,
        "theme": {
            "language": lang,
            "direction": "rtl" if lang == "ar" else "ltr",
            "font": False,
            "features": ["navigation.tabs", "navigation.top", "content.code.copy", "toc.follow"],
        },
        "plugins": [{"search": {"lang": ["ar", "en"] if lang == "ar" else ["en", "ar"]}}, "offline"],
        "markdown_extensions": [
            "admonition", "attr_list", "md_in_html", "tables", {"toc": {"permalink": True}}, "pymdownx.superfences",
        ],
        "extra_css": ["extra.css"],
        "nav": own["nav"],
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
