"""Countries with their Arabic names from CLDR (Unicode licence), by the package babel."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from marsad.gazetteer.tables import GazetteerRow

# Regions of CLDR that are no countries of ISO 3166-1, or that news never means by the name.
_LEFT_OUT = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "IO", "UM", "CQ"})


def countries(points: dict[str, tuple[float, float]], own: frozenset[str]) -> Iterator[GazetteerRow]:
    """A row for each country that the hand tables lack; `points` gives a centre where one is known."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    for code, name in sorted(arabic.items()):
        if len(code) != 2 or code in _LEFT_OUT or code in own or not code.isalpha():
            continue
        lat, lon = points.get(code, (0.0, 0.0))
        yield GazetteerRow(
            id=f"{code.lower()}-country",
            name=name,
            aliases=(),
            english=english[code],
            kind="country",
            country=code,
            admin1="",
            admin2="",
            lat=lat,
            lon=lon,
            radius_km=0.0,
            source="cldr",
        )
