"""Hostile words as a name, a note and a translated text: literal text or a plain refusal, and nothing else."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from samples import sheet
from structure import problems

from handouts.document import pdf
from handouts.errors import HandoutError
from handouts.layout import Layout, Letterhead
from i18n.runs import Run
from visit.elements import Bullets, Notice, Paragraph, PillCard, PillRow, Table, Tone

_CODE = "[[[getattr(pow, Word('__globals__'))['os'].system('touch /tmp/x') for Word in [1]]]]"
HOSTILE = [
    # What ReportLab's Paragraph does with these is in our research notes; here they must be nothing but words.
    f'<font color="{_CODE}">x</font>',
    f'<para textColor="{_CODE}">x</para>',
    f'<span backColor="{_CODE}">x</span>',
    '<img src="http://example.org/x.png"/>',
    '<img src="file:///etc/passwd"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<img src="/etc/hostname"/>',
    '<img src="../secret.png"/>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    "<b>never closed",
    "</b></para></doc>",
    '<font name="NoSuchFont" color="nocolour">x</font>',
    '<onDraw name="x"/>',
    "&#0;&#xFFFFFFFF;&#x110000;",
    "<unichar code='99999999'/>",
    "A&B <tablet> & C < D > E",
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
    '<!DOCTYPE a [<!ENTITY x "yy"><!ENTITY z "&x;&x;&x;">]>&z;',
    "<seq/><seq id='a'/>",
    '<font size="1000000000">x</font>',
    '<font size="-20">x</font>',
    "NUL\x00 in the middle",
    "".join(chr(n) for n in range(1, 32)) + "\x7f\x80\x9f",
    "lone \ud800 surrogate \udfff",
    "emoji \U0001f9b4\U0001f600",
    "right to left \u202eeman\u202c override",
    "x" * 5_000,
    "x" * 200_000,
    "word " * 990,
    "word " * 100_000,
    "<br/>" * 990,
    "a" + "\u0301" * 3_000,
    "%s %d %n %(name)s {0} {name} {}",
    # Words of the file format itself.
    ") /OpenAction << /S /JavaScript /JS (app.alert(1)) >>",
    "endstream endobj 1 0 obj << /Type /Catalog >>",
    "EMC Q BT /F1 12 Tf (x) Tj ET",
    "(unbalanced ((( parentheses \\",
    "<FEFF0041> << /A 1 >> [ ] % comment",
    "stream\r\nx\r\nendstream",
    "%%EOF\n%PDF-1.7",
    "/Artifact BMC EMC EMC EMC",
    "\\101\\102 \\n \\r",
    "trailer << /Root 1 0 R >> startxref 0",
    # Directions and joiners.
    "\u2066\u2066\u2066 never closed",
    "\u2069\u2069\u2069 closed too often",
    "\u2067rtl \u2068auto\u2069",
    "\u202a\u202b\u202d" * 200,
    "\u2066" * 300 + "deep" + "\u2069" * 300,
    "\u200d\u200c\u200b\ufeff",
    "\u061c\u200e\u200f",
    "\u05d0" * 500,
    "\u0627\u0644\u0644\u0647" * 300,
    "(" * 400 + "\u05d0" + ")" * 400,
    # Signs at the edge.
    "",
    " ",
    "\u00a0" * 50,
    "\u3000",
    "\ufffd \ufffe \uffff",
    "\U0010ffff",
    "\ue000 private",
    "\U000e0041 tag",
    "\u2028\u2029line and paragraph",
    "\u00ad\u00ad soft",
    "e\u0301\u0323\u0308",
    "\u1100\u1161\u11a8 \uac01",
    "' OR 1=1; DROP TABLE visits; --",
    "${jndi:ldap://x} `id` $(id) | id",
    "../../etc/passwd\x00.svg",
]


def hostile_sheet(text: str):
    line = (Run(text),)
    elements = (
        Paragraph(line),
        Notice(Tone.DANGER, line, line),
        Notice(Tone.NOTE, line, (), is_brief=True),
        Notice(Tone.NOTE, line, ()),
        Bullets((line,), is_key=True),
        Bullets((line, (Run(text, is_isolated=True, is_strong=True),))),
        Table(line, (line, line), ((line, line),)),
        PillCard(line, (line,) * 7, (PillRow(line, line, line, (line, None, None, line)),)),
    )
    base = sheet("ar")
    section = replace(base.sections[0], id="guide.any", title=line, reason=line, elements=elements)
    return replace(base, title=line, name=line, sections=(section,))


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_words_are_words_or_are_refused(number):
    text = HOSTILE[number]
    try:
        data = pdf(hostile_sheet(text), Layout(letterhead=Letterhead(text[:100])))
    except HandoutError as refusal:
        assert str(refusal)
        return
    with pikepdf.open(BytesIO(data)) as document:
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(document.Root.keys())
        assert "/JavaScript" not in document.Root.Names
        assert [page for page in document.pages if "/Annots" in page] == []
    assert problems(data) - {"no-title", "no-single-title"} == set()


def test_the_list_is_as_long_as_we_say():
    assert len(HOSTILE) >= 63


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://example.org"]
)
def test_no_link_is_written_that_is_not_https_phone_or_mail(href):
    section = replace(sheet("en").sections[0], elements=(Paragraph((Run("x", href=href),)),))
    with pytest.raises(HandoutError):
        pdf(replace(sheet("en"), sections=(section,)), Layout())
