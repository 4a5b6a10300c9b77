import pytest

from handouts.stamp import Edition, Verdict, verify

NOW = Edition("bone-health", "1.2", "3f9a1c2210ab34cd56ef")


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("bone-health:1.2:ar:3f9a1c22", Verdict.CURRENT),
        ("  Bone-Health:1.2:ar:3F9A1C22\n", Verdict.CURRENT),
        ("bone-health:1.2:es_US:3f9alc22", Verdict.CURRENT),
        ("Content bone-health, version 1.2, code 3f9a1c22. This sheet does not replace", Verdict.CURRENT),
        ("bone-health:1.1:ar:00000000", Verdict.OUT_OF_DATE),
        ("Content bone-health, version 1.1, code 1234abcd.", Verdict.OUT_OF_DATE),
        ("heart-health:1.2:ar:3f9a1c22", Verdict.UNKNOWN),
        ("bone-health", Verdict.UNKNOWN),
        ("", Verdict.UNKNOWN),
        ("the doctor said something about bones", Verdict.UNKNOWN),
    ],
)
def test_a_typed_stamp_is_judged_against_what_we_teach_now(typed, verdict):
    assert verify(typed, NOW) is verdict
