"""What a column or a speech says of violence is no event; what happened is."""

from __future__ import annotations

import pytest

from marsad import Reader

COLUMN = "إلى متى هذا الصمت؟ وأي دين يبيح ذلك؟ "
SPEECH = (
    "وقال الكاتب إن على المعلمين أن يتحدثوا مع أبنائهم كل يوم عن معنى الرحمة والعدل، وأن يشرحوا لهم ما في كتب التاريخ "
    "من عبر، وأن يحذروهم من رفاق السوء، فقد هاجم المسلحون البيوت ليلا ولم يبق في القلوب مكان للفرح ولا للأمل بعد ذلك "
    "كله ولا بعد ما جرى من بعده."
)


@pytest.mark.parametrize(
    "text",
    [
        COLUMN + "إنهم لا يعرفون غير قتل الأبرياء.",  # nobody, nowhere
        SPEECH,  # a long sentence without a scene
        "هاجم مسلحون حوثيون قريتنا قرب تعز ونحن نيام!",
    ],
)
def test_talk(reader: Reader, text: str) -> None:
    assert reader.read(text).events == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (COLUMN + "قتل مسلحون أمس ستة مدنيين في حلب.", "armed_attack"),
        (COLUMN + "وفجر انتحاري نفسه في سوق بحلب.", "suicide_attack"),
        (SPEECH.replace("البيوت", "البيوت في حلب"), "armed_attack"),
        ("هاجم مسلحون حوثيون قريتنا قرب تعز ونحن نيام.", "armed_attack"),
        ("قتل المسلحون ستة مدنيين في حلب!", "armed_attack"),
    ],
)
def test_told(reader: Reader, text: str, kind: str) -> None:
    assert kind in [event.type for event in reader.read(text).events]
