"""The gazetteer: places with their Arabic names, looked up by folded name or by point."""

from marsad.gazetteer.gazetteer import Gazetteer
from marsad.gazetteer.tables import GazetteerRow

__all__ = ["Gazetteer", "GazetteerRow"]
