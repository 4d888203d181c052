"""A record with every layer, made by hand, so that the report is tested apart from reading."""

from __future__ import annotations

from marsad.model import (
    Actor,
    ActorRef,
    Count,
    Endpoint,
    Event,
    Outlook,
    Place,
    PlaceAlternative,
    PlaceRef,
    Quantity,
    ReadingWarning,
    Reason,
    Record,
    Relation,
    Source,
    Span,
    Statement,
    TextSpan,
    Time,
    Victims,
)

ATTACK = "هاجم لواء الفجر حاجزاً للجيش في بلدة الصنوبر فقتل ثلاثة جنود."
WHY = "لماذا هاجم اللواء الحاجز؟"
REASON = "أولاً: ربما هاجمه لقطع طريق الإمداد."
SAYS = "وقال شاهد إن خمسين عائلة غادرت."
NEXT = "ويتوقع أن يعود الجيش خلال أيام."
TEXT = "\n".join([ATTACK, WHY, REASON, SAYS, NEXT])


def at(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def spoken(words: str) -> dict[str, object]:
    return {**at(words), "text": words}


def _sentences() -> tuple[Span, ...]:
    return tuple(Span(**at(line)) for line in TEXT.split("\n"))


def record() -> Record:
    """Everything that a report shows, once."""
    brigade = ActorRef("لواء الفجر", key="dawn_brigade", type="armed_group")
    army = ActorRef("الجيش", key="army", type="state_force")
    return Record(
        id="r-1",
        source=Source(path="in/a.txt", outlet="وكالة الصنوبر", published="2020-01-15", published_basis="dateline"),
        text=TEXT,
        title="هجوم في الصنوبر",
        question=TextSpan(**at(WHY), text=WHY),
        sentences=_sentences(),
        places=(
            Place("p1", **at("الصنوبر"), text="الصنوبر", kind="village", rule="t", country="SY", lat=35.5, lon=36.25,
                  gazetteer_id="g1", alternatives=(PlaceAlternative("الصنوبر", "g2", "LB", 34.0, 36.0),)),
        ),
        actors=(
            Actor("a1", **at("لواء الفجر"), text="لواء الفجر", type="armed_group", rule="t", key="dawn_brigade"),
            Actor("a2", **at("اللواء"), text="اللواء", type="armed_group", rule="t", key="dawn_brigade", head="a1"),
        ),
        times=(Time("t1", **at("خلال أيام"), text="خلال أيام", edtf="2020-01-15/2020-01-22", rule="t"),),
        quantities=(
            Quantity("q1", **at("خمسين عائلة"), text="خمسين عائلة", rule="t", min=50, max=50, unit="family",
                     approximate=True, source="شاهد"),
        ),
        events=(
            Event("e1", **at("هاجم"), trigger="هاجم", type="armed_attack", rule="t", date="2020-01-14",
                  place=(PlaceRef("الصنوبر"),), perpetrators=(brigade,), targets=(army,), killed=Count(3, None),
                  victims=(Victims("جنود", "killed", 3, 3),), weapon="رشاش", source="شاهد", denied_by=("s1",)),
        ),
        reasons=(
            Reason("r1", **at("لقطع طريق الإمداد"), text="لقطع طريق الإمداد", category="logistics", rule="t",
                   actor=brigade, behaviour="هاجم الحاجز", target="الجيش", hedged=True, denied=True, order=1),
        ),
        statements=(
            Statement("s1", **at("قال"), cue="قال", kind="report", rule="t", hedged=True, via="وكالة الصنوبر",
                      speaker=ActorRef("شاهد")),
        ),
        relations=(
            Relation("l1", **at("حاجزاً للجيش"), type="control", rule="t", from_=Endpoint("الجيش"),
                     to=Endpoint("الحاجز")),
        ),
        outlooks=(
            Outlook("o1", **at("يتوقع"), text="يعود الجيش", rule="t", actor=army, hedged=True, horizon="خلال أيام"),
        ),
        warnings=(ReadingWarning("encoding", "read as windows-1256"),),
    )  # fmt: skip
