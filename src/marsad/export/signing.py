"""Ed25519 signatures with the user's own key (the extra `sign`). marsad makes no keys and keeps none."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from marsad.errors import InputError
from marsad.ingest.extras import needed

EXTRA = "sign"


class Key:
    """A private Ed25519 key in PEM. `public` is its public half, as PEM.

    Raises InputError for other files, MissingExtraError."""

    def __init__(self, path: Path, password: bytes | None = None) -> None:
        serialization = _serialization()
        try:
            self._key: Any = serialization.load_pem_private_key(path.read_bytes(), password)
            is_ed25519 = isinstance(self._key, _ed25519().Ed25519PrivateKey)
        except (ValueError, TypeError, OSError) as error:
            raise InputError(f"{path}: is no private key that can be read ({error}): {_HOW}") from None
        if not is_ed25519:
            raise InputError(f"{path}: is a key of another kind: {_HOW}")
        self.public: bytes = self._key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def sign(self, data: bytes) -> bytes:
        """The signature in base64."""
        return base64.b64encode(self._key.sign(data)) + b"\n"


_HOW = "openssl genpkey -algorithm ed25519 -out key.pem makes one"


def check(data: bytes, signature: bytes, public: bytes) -> bool:
    """Whether a signature in base64 is of these bytes by this key (PEM). Raises InputError, MissingExtraError."""
    try:
        _public(public).verify(base64.b64decode(signature, validate=False), data)
    except (needed("cryptography.exceptions", EXTRA).InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """The SHA-256 of a public key, by which people compare keys. Raises InputError."""
    serialization = _serialization()
    raw = _public(public).public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()


def _public(pem: bytes) -> Any:
    try:
        key = _serialization().load_pem_public_key(pem)
    except (ValueError, TypeError) as error:
        raise InputError(f"the public key can't be read: it has to be Ed25519 in PEM ({error})") from None
    if not isinstance(key, _ed25519().Ed25519PublicKey):
        raise InputError("the public key is of another kind: it has to be Ed25519 in PEM")
    return key


def _serialization() -> Any:
    return needed("cryptography.hazmat.primitives.serialization", EXTRA)


def _ed25519() -> Any:
    return needed("cryptography.hazmat.primitives.asymmetric.ed25519", EXTRA)
