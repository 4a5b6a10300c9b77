"""The same handout by other engines, each as its manual says, for `bench/handouts.py`. A missing engine is left out."""

from collections.abc import Callable
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path
from typing import NamedTuple


class Content(NamedTuple):
    """What every engine draws: a title and sections of heading, paragraphs, bullets, table rows and bars."""

    title: str
    sections: list[tuple[str, list[str], list[str], list[tuple[str, str, str]], list[tuple[str, float]]]]
    stamp: str


def stock_reportlab(content: Content) -> bytes:
    """Platypus as the user guide shows it, with TrueType Noto and its own chart and QR widgets; no tags."""
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.charts.barcharts import HorizontalBarChart
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Spacer, Table

    for name in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Noto-{name}", f"resources/fonts/NotoSans-{name}.ttf"))
    body = ParagraphStyle("body", fontName="Noto-Regular", fontSize=12, leading=17)
    bold = ParagraphStyle("bold", fontName="Noto-Bold", fontSize=16, leading=22)
    story: list = [Paragraph(escape(content.title), bold)]
    for heading, paragraphs, bullets, rows, bars in content.sections:
        story += [Spacer(1, 12), Paragraph(escape(heading), bold)]
        story += [Paragraph(escape(text), body) for text in paragraphs]
        story.append(ListFlowable([Paragraph(escape(text), body) for text in bullets], bulletType="bullet"))
        story.append(Table([[Paragraph(escape(cell), body) for cell in row] for row in rows], repeatRows=1))
        chart = HorizontalBarChart()
        chart.width, chart.height, chart.data = 300, 70, [[value for _, value in bars]]
        chart.categoryAxis.categoryNames = [name for name, _ in bars]
        drawing = Drawing(400, 90)
        drawing.add(chart)
        story.append(drawing)

    def foot(canvas: object, document: object) -> None:
        drawing = Drawing(45, 45, transform=[1, 0, 0, 1, 0, 0])
        drawing.add(QrCodeWidget(content.stamp, barWidth=45, barHeight=45))
        drawing.drawOn(canvas, 500, 20)
        canvas.setFont("Noto-Regular", 8)
        canvas.drawString(54, 40, f"{content.stamp}  {canvas.getPageNumber()}")

    target = BytesIO()
    SimpleDocTemplate(target, pagesize=letter).build(story, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue()


def _html(content: Content) -> str:
    import segno

    code = segno.make_qr(content.stamp).svg_inline(scale=1)
    parts = [f"<h1>{escape(content.title)}</h1>"]
    for heading, paragraphs, bullets, rows, bars in content.sections:
        parts.append(f"<h2>{escape(heading)}</h2>")
        parts += [f"<p>{escape(text)}</p>" for text in paragraphs]
        parts.append("<ul>" + "".join(f"<li>{escape(text)}</li>" for text in bullets) + "</ul><table>")
        parts += ["<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows]
        parts.append("</table>")
        parts += [
            f'<p>{escape(name)}</p><div style="background:#055;height:12px;width:{value * 300:.0f}px"></div>'
            for name, value in bars
        ]
    style = (
        "@font-face{font-family:N;src:url(resources/fonts/NotoSans-Regular.ttf)}"
        "@page{size:letter;@bottom-center{content:counter(page)}}body{font:12pt/1.4 N}"
    )
    head = f"<head><title>{escape(content.title)}</title><style>{style}</style></head>"
    return f'<html lang="en">{head}<body>{"".join(parts)}{code}</body></html>'


def weasyprint_ua(content: Content) -> bytes:
    """HTML and CSS, as PDF/UA-1."""
    from weasyprint import HTML

    return HTML(string=_html(content), base_url=".").write_pdf(pdf_variant="pdf/ua-1")


def chromium(content: Content) -> bytes:
    """The same HTML and CSS printed by a browser that is already running; tagged, PDF 1.4, no PDF/UA."""
    from chromium import browser

    fonts = Path("resources/fonts").resolve().as_uri()
    return browser().pdf(_html(content).replace("resources/fonts", fonts))


def qt(content: Content) -> bytes:
    """QTextDocument into QPdfWriter: rich text, no tags."""
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    _ = QGuiApplication.instance() or QGuiApplication([])
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    document = QTextDocument()
    document.setHtml(_html(content))
    document.print_(writer)
    del writer
    return bytes(data)


def typst_ua(content: Content) -> bytes:
    """A typst source, compiled as PDF/UA-1; no QR code, which it cannot draw itself."""
    import typst

    def words(text: str) -> str:
        return "#" + '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    lines = [
        f'#set document(title: "{content.title}")\n#set text(font: "Noto Sans", size: 12pt, lang: "en")',
        '#set page(paper: "us-letter", numbering: "1 / 1")',
        f"= {words(content.title)}",
    ]
    for heading, paragraphs, bullets, rows, bars in content.sections:
        lines.append(f"== {words(heading)}")
        lines += [words(text) + "\n" for text in paragraphs]
        lines += [f"- {words(text)}" for text in bullets]
        cells = ", ".join(f"[{words(cell)}]" for row in rows for cell in row)
        lines.append(f"#table(columns: 3, table.header({cells.split(', [', 1)[0]}, [], []), {cells})")
        lines += [
            f'{words(name)}\n#rect(width: {value * 300}pt, height: 12pt, fill: rgb("#055"))' for name, value in bars
        ]
    return typst.compile("\n".join(lines).encode(), pdf_standards=["ua-1"], font_paths=["resources/fonts"])


def fpdf2(content: Content, is_shaped: bool = False) -> bytes:
    """fpdf2 with Noto; no tags as used."""
    import segno
    from fpdf import FPDF

    document = FPDF(format="letter", unit="pt")
    document.add_font("N", "", "resources/fonts/NotoSans-Regular.ttf")
    document.add_font("N", "B", "resources/fonts/NotoSans-Bold.ttf")
    document.set_text_shaping(is_shaped)
    document.add_page()
    document.set_font("N", size=12)
    for heading, paragraphs, bullets, rows, bars in content.sections:
        for text in (heading, *paragraphs, *(f"• {text}" for text in bullets)):
            document.multi_cell(0, 17, text, new_x="LMARGIN", new_y="NEXT")
        with document.table() as table:
            for row in rows:
                line = table.row()
                for cell in row:
                    line.cell(cell)
        for name, value in bars:
            document.multi_cell(0, 17, name, new_x="LMARGIN", new_y="NEXT")
            document.rect(document.get_x(), document.get_y(), value * 300, 12, "F")
            document.ln(16)
    matrix = segno.make_qr(content.stamp).matrix
    for y, line in enumerate(matrix):
        for x, dark in enumerate(line):
            if dark:
                document.rect(500 + x, document.get_y() + y, 1, 1, "F")
    return bytes(document.output())


PEERS: dict[str, Callable[[Content], bytes]] = {
    "ReportLab, stock": stock_reportlab,
    "typst, PDF/UA-1": typst_ua,
    "fpdf2": fpdf2,
    "fpdf2, shaped": partial(fpdf2, is_shaped=True),
    "WeasyPrint, PDF/UA-1": weasyprint_ua,
    "Chromium, tagged": chromium,
    "Qt QTextDocument": qt,
}
