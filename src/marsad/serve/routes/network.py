"""The network: who attacks, accuses and backs whom; a tie opens its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import Response

from marsad.analyse.network import KINDS, MUTUAL, Tie, network, told_of
from marsad.serve.asking import Filters, outlets_of
from marsad.serve.known import actor_name
from marsad.serve.routing import get
from marsad.serve.view import View
from marsad.serve.wheel import wheel

_DRAWN, _LISTED, _SENTENCES = 40, 200, 60


def _show(view: View) -> Response:
    filters, known = Filters.of(view), view.known
    kinds = [kind for kind in view.asked_all("kind") if kind in KINDS]
    found = network(view.case, view.violent, known, filters.selection)
    asked = [tie for tie in found.ties if not kinds or tie.kind in kinds]
    least = view.number("least", _least(asked))
    ties = [tie for tie in asked if tie.origins >= least]
    chosen = next((tie for tie in found.ties if _name(tie) == view.asked("tie")), None)
    names = {key: actor_name(known, key, node.text, view.labels) for key, node in found.nodes.items()}
    return view.page(
        "network.html", filters=filters, outlets=outlets_of(view), kinds=KINDS, asked=kinds, least=least,
        ties=ties[:_LISTED], total=len(ties), drawn=wheel(ties[:_DRAWN], MUTUAL), names=names, nodes=found.nodes,
        chosen=chosen, told=told_of(view.case, chosen, _SENTENCES) if chosen else [], name_of=_name,
    )  # fmt: skip


def _least(ties: Sequence[Tie]) -> int:
    """How many documents a tie needs, so that no more are shown than can be drawn: ties are in that order."""
    return ties[_DRAWN].origins + 1 if len(ties) > _DRAWN and ties[_DRAWN].origins < ties[0].origins else 1


def _name(tie: Tie) -> str:
    return f"{tie.kind}~{tie.source}~{tie.target}"


ROUTES = (get("/network", _show),)
