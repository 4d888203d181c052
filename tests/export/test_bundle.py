"""Bundles: what is in them, safe by default, and that every change is told."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

import marsad

Run = Callable[..., Result]
SAMPLES = Path(marsad.__file__).parent / "samples"
NAMES = ("wire-binnish-a", "analysis-hamrin")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, reader: marsad.Reader) -> Path:
    path = tmp_path_factory.mktemp("bundle") / "samples.marsad"
    with marsad.open_case(path, write=True) as held:
        for name in NAMES:
            source = (SAMPLES / f"{name}.json").read_bytes()
            given = json.loads(source)
            held.store(
                reader.read(given["text"], id=name, published=given["published"], outlet=given["outlet"]), source
            )
        private = "قال الجار سليم الكفراوي إن مسلحين قتلوا حارساً في قرية جلولاء أمس."
        held.store(reader.read(private, id="private", published="2020-05-05"), private.encode())
    return path


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """A private key and its public half, as files."""
    made = Ed25519PrivateKey.generate()
    private, public = tmp_path / "key.pem", tmp_path / "public.pem"
    private.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(made.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return private, public


def changed(bundle: Path, name: str, data: bytes | None) -> Path:
    """The bundle with another file of that name, or without it."""
    path = bundle.with_name("changed.zip")
    with zipfile.ZipFile(bundle) as old, zipfile.ZipFile(path, "w") as new:
        for held in old.namelist():
            if held != name:
                new.writestr(held, old.read(held))
        if data is not None:
            new.writestr(name, data)
    return path


def test_a_signed_bundle_is_whole(run: Run, case: Path, keys: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "e.zip"
    assert run("bundle", case, file, "--key", keys[0]).exit_code == 0
    told = run("bundle", "--verify", file, "--public-key", keys[1])
    assert (told.exit_code, "nothing was changed" in told.stdout) == (0, True)
    with zipfile.ZipFile(file) as held:
        manifest = json.loads(held.read("manifest.json"))
        assert {entry["name"] for entry in manifest["files"]} == {"index.html", "records.jsonl"}
        assert len(held.read("records.jsonl").splitlines()) == len(manifest["documents"]) == 3
        assert all(len(entry["sha256"]) == 64 for entry in manifest["documents"])
        assert all("كفراوي" not in held.read(name).decode() for name in held.namelist())


@pytest.mark.parametrize("name", ["records.jsonl", "index.html", "manifest.json"])
def test_every_change_is_told(run: Run, case: Path, keys: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    file = tmp_path / "e.zip"
    run("bundle", case, file, "--key", keys[0])
    with zipfile.ZipFile(file) as held:
        data = held.read(name)
    other = data.replace(b"2020", b"2021")
    assert other != data
    told = run("bundle", "--verify", changed(file, name, other), "--public-key", keys[1])
    assert (told.exit_code, name in told.stderr) == (1, True)


def test_what_is_missing_added_or_signed_by_another(
    run: Run, case: Path, keys: tuple[Path, Path], tmp_path: Path
) -> None:
    file = tmp_path / "e.zip"
    run("bundle", case, file, "--key", keys[0])
    assert "is missing" in run("bundle", "--verify", changed(file, "index.html", None)).stderr
    assert "is not in the manifest" in run("bundle", "--verify", changed(file, "more.txt", b"x")).stderr
    other = tmp_path / "other.pem"
    other.write_bytes(
        Ed25519PrivateKey.generate().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    assert run("bundle", "--verify", file, "--public-key", other).exit_code == 1
    assert "not signed" in run("bundle", "--verify", changed(file, "manifest.sig", None)).stdout


def test_originals_only_with_all_names(run: Run, case: Path, tmp_path: Path) -> None:
    file = tmp_path / "e.zip"
    assert run("bundle", case, file, "--originals").exit_code == 2
    assert run("bundle", case, file, "--originals", "--full").exit_code == 0
    with zipfile.ZipFile(file) as held:
        assert held.read("originals/1") == (SAMPLES / f"{NAMES[0]}.json").read_bytes()
    with marsad.open_case(case) as held_case:
        assert held_case.query("SELECT count(*) FROM setting WHERE name LIKE 'full export %'") == [(1,)]


def test_filters_choose_and_hide_a_private_name(run: Run, case: Path, tmp_path: Path) -> None:
    file = tmp_path / "e.zip"
    run("bundle", case, file, "--place", "SY")
    with zipfile.ZipFile(file) as held:
        assert json.loads(held.read("manifest.json"))["filters"] == {"place": "SY"}
        assert len(held.read("records.jsonl").splitlines()) == 1
    run("bundle", case, file, "--actor", "سليم الكفراوي")
    with zipfile.ZipFile(file) as held:
        assert "كفراوي" not in held.read("manifest.json").decode()


def test_no_bundle_and_no_key(run: Run, case: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.zip"
    text.write_text("no zip")
    assert "is no bundle" in run("bundle", "--verify", text).stderr
    assert "openssl genpkey" in run("bundle", case, tmp_path / "e.zip", "--key", text).stderr
    assert run("bundle", case).exit_code == 2
