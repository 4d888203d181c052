"""Markup that escapes by default: what is not `Markup` already is text.

A few functions instead of a template language: a page is a tree that code walks, and a megabyte of text makes a
hundred thousand elements of it."""

from __future__ import annotations

from html import escape

from marsad.report.safe import safe


class Markup(str):
    """HTML that may stand in a page as it is."""

    __slots__ = ()


def text(value: str) -> Markup:
    """Text of a document or of marsad's own, escaped and without what could reorder the page."""
    return Markup(escape(safe(value)))


def tag(name: str, /, *children: str | None, **attributes: str | bool | None) -> Markup:
    """An element. Children that are no Markup are escaped; None is nothing.

    Attributes: `class_` is class, `data_of` data-of; True is an attribute without value, None and False none."""
    head = name
    for key, value in attributes.items():
        if value is True:
            head += f" {_name(key)}"
        elif value is not None and value is not False:
            head += f' {_name(key)}="{text(value)}"'
    return Markup(f"<{head}>{joined(children)}</{name}>")


def void(name: str, /, **attributes: str | bool | None) -> Markup:
    """An element that has no content and no end tag: meta, input."""
    return Markup(tag(name, **attributes).removesuffix(f"</{name}>"))


def joined(children: tuple[str | None, ...] | list[str]) -> Markup:
    """Elements and text one behind the other."""
    return Markup("".join(c if isinstance(c, Markup) else text(c) for c in children if c))


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
